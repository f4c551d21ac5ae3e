package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.log.Warnings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private final List<String> said = new ArrayList<>();
  private final Context<Resource> lambda = Core.getGlobalContext();

  @BeforeEach
  void listen() {
    Warnings.listen(said::add);
  }

  @AfterEach
  void stopListening() {
    Warnings.listen(System.err::println);
  }

  @Test
  void rehearsesBeforeTheSnapshotAndDoesNothingAfterIt() {
    List<String> done = new ArrayList<>();
    Snapshot snapshot = new Snapshot(() -> done.add("rehearsed"));

    snapshot.beforeCheckpoint(lambda);
    snapshot.afterRestore(lambda);

    assertThat(done).containsExactly("rehearsed");
    assertThat(said).isEmpty();
  }

  @Test
  void rehearsesNothingWhereNoSnapshotIsTaken() {
    List<String> done = new ArrayList<>();

    Snapshot.registered(() -> done.add("rehearsed"));

    assertThat(done).isEmpty();
  }

  @Test
  void aRehearsalThatFailsIsToldAndDoesNotFailTheDeployment() {
    new Snapshot(
            () -> {
              throw new IOException("no free port");
            })
        .beforeCheckpoint(lambda);

    assertThat(said)
        .containsExactly(
            "the rehearsal before the snapshot failed, so first checks are slower:"
                + " java.io.IOException: no free port");
  }

  @Test
  void aClassThatIsMissingDoesNotFailTheDeploymentEither() {
    new Snapshot(
            () -> {
              throw new NoClassDefFoundError("some/Parser");
            })
        .beforeCheckpoint(lambda);

    assertThat(said).singleElement().asString().contains("NoClassDefFoundError: some/Parser");
  }
}
