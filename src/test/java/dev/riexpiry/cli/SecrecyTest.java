package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.log.Warnings;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Keys;
import dev.riexpiry.standin.Message;
import dev.riexpiry.standin.StandIn;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No access key, secret or session token is printed, logged, mailed or reported, whatever goes
/// wrong; some refusals of AWS quote the very request that they refuse.
class SecrecyTest {
  /// Long enough for a local answer; each silence takes twice that, in every run.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final ByteArrayOutputStream streams = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  @TempDir private Path directory;

  @BeforeEach
  void listen() {
    PrintStream capture = new PrintStream(streams, true, StandardCharsets.UTF_8);
    System.setOut(capture);
    System.setErr(capture);
    Warnings.listen(capture::println);
  }

  @AfterEach
  void stopListening() {
    System.setOut(out);
    System.setErr(err);
    Warnings.listen(err::println);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SILENCE")
  void holdsWhateverGoesWrong(Kind kind) {
    String said =
        Stream.of(AwsService.EC2, AwsService.RDS, AwsService.STS, AwsService.SNS)
            .map(service -> runs(Fault.of(kind, service)))
            .collect(Collectors.joining());

    assertThat(said).contains("To mend it: ");
    assertSecret(said);
  }

  @Test
  void holdsWhenAllGoesWell() {
    String said = runs();

    assertThat(said).contains("orders-db");
    assertSecret(said);
  }

  private String runs(Fault... faults) {
    String accounts = CommandSample.accounts(directory);
    String arguments = "--publish --topic-arn " + CommandSample.TOPIC;
    StringBuilder said = new StringBuilder();
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION, faults)) {
      for (String output : List.of("table", "json", "csv")) {
        Cli cli =
            Cli.runImpatiently(
                PATIENCE,
                ("check --accounts " + accounts + " --output " + output + " " + arguments)
                    .split(" "));
        said.append(cli.out()).append(cli.err());
      }
      assertThat(aws.calls()).isNotEmpty();
      aws.messages().stream().map(Message::toString).forEach(said::append);
    }
    return said.append(streams.toString(StandardCharsets.UTF_8)).toString();
  }

  private static void assertSecret(String said) {
    for (String account : List.of("111122223333", CommandSample.WEB)) {
      Keys.secrets(account).forEach(secret -> assertThat(said).doesNotContain(secret));
    }
    assertThat(said).doesNotContain("FakeSecret", "FakeSession", "AKIAFAKE", "ASIAFAKE");
  }
}
