package dev.riexpiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowsTest {
  private static final Pattern USES = Pattern.compile("uses: (.*)");
  private static final String PINNED = "[\\w-]+/[\\w-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+";

  @ParameterizedTest
  @ValueSource(strings = {"check.yml", "release.yml"})
  void takeEachActionAsOneCommit(String name) throws IOException {
    List<String> actions =
        USES.matcher(Files.readString(file(name)))
            .results()
            .map(action -> action.group(1))
            .toList();
    assertThat(actions).isNotEmpty().allSatisfy(action -> assertThat(action).matches(PINNED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check.yml", "release.yml"})
  void mayReadTheRepositoryAndNothingElse(String name) {
    assertThat(Template.read(file(name).toString()).at("permissions"))
        .isEqualTo(Map.of("contents", "read"));
  }

  @Test
  void runWhatDecidesWhetherAChangeLands() throws IOException {
    assertThat(Files.readString(file("check.yml"))).contains("run: .ci/run\n");
    assertThat(Files.readString(file("release.yml"))).contains("run: .ci/run\n");
  }

  private static Path file(String name) {
    return Path.of(".github/workflows", name);
  }
}
