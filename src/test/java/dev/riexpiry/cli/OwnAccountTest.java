package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// In a folder without an accounts file a check reads the account of the caller's own credentials,
/// and says so; a run that sends or records fails there.
@Timeout(300)
class OwnAccountTest {
  private static final String OWN = "111122223333";
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:alerts";

  @AutoClose
  private final StandIn aws =
      StandIn.start(
          Organization.of(
              Member.of(
                      OWN,
                      Reservation.ec2("us-east-1", "here", "m5.large", 1, "2026-05-11T03:59:59Z"),
                      Reservation.ec2("eu-west-1", "there", "m5.large", 1, "2026-05-12T03:59:59Z"))
                  .withRegions("us-east-1", "eu-west-1")));

  @TempDir private Path directory;

  private record Ended(int status, String out, String err) {}

  private Ended run(Map<String, String> more, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes(),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    Map<String, String> environment = new HashMap<>(aws.environment());
    environment.put("HOME", directory.toString());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.putAll(more);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(280, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /// The classes of this process, for one in another folder.
  private static String classes() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(path -> Path.of(path).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void isReadInAllItsRegionsAndNamed() throws Exception {
    Ended check = run(Map.of(), "check", "--check-date", "2026-05-04", "--output", "json");

    assertThat(check.status()).as(check.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(check.out());
    assertThat(report.path("expiring").findValuesAsText("commitmentId"))
        .containsExactly("here", "there");
    assertThat(check.err())
        .contains(
            "There is no accounts file: only the account of these credentials is read, "
                + OWN
                + ", in all its regions. The command init writes a file for more.");
    assertThat(aws.calls("GetCallerIdentity")).hasSize(1);
  }

  @Test
  void isReadForTheAlertThatRenderPrints() throws Exception {
    Ended render = run(Map.of(), "render", "--check-date", "2026-05-04");

    assertThat(render.status()).as(render.err()).isZero();
    assertThat(render.out()).contains("ENDS IN 7 DAYS", "here");
  }

  static Stream<List<String>> lasting() {
    return Stream.of(
        List.of("check", "--publish", "--topic-arn", TOPIC),
        List.of("check", "--ledger-table", "ledger"),
        List.of("render", "--ledger-table", "ledger"),
        List.of("check", "--accounts", "accounts.json"),
        List.of("accounts"),
        List.of("verify"));
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void isNoAnswerWhereAFileIsWanted(List<String> arguments) throws Exception {
    Ended ended = run(Map.of(), arguments.toArray(String[]::new));

    assertThat(ended.status()).as(ended.err()).isEqualTo(ExitStatus.USAGE.code());
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("accounts.json", "there is no such file");
    assertThat(aws.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "render"})
  void isNoAnswerWhereTheVariableNamesAFileThatIsNotThere(String command) throws Exception {
    Ended ended = run(Map.of("ACCOUNTS_FILE", "elsewhere.json"), command);

    assertThat(ended.status()).as(ended.err()).isEqualTo(ExitStatus.USAGE.code());
    assertThat(ended.err()).contains("elsewhere.json", "there is no such file");
  }

  @Test
  void theVariableNamesTheFile() throws Exception {
    Files.writeString(
        directory.resolve("elsewhere.json"),
        """
        { "regions": ["eu-west-1"],
          "accounts": [ { "accountName": "tools", "accountId": "%s" } ] }
        """
            .formatted(OWN));

    Ended check =
        run(
            Map.of("ACCOUNTS_FILE", "elsewhere.json"),
            "check",
            "--check-date",
            "2026-05-04",
            "--output",
            "csv");

    assertThat(check.status()).as(check.err()).isZero();
    assertThat(check.out()).contains(",there,").doesNotContain(",here,");
    assertThat(check.err()).doesNotContain("There is no accounts file");
  }
}
