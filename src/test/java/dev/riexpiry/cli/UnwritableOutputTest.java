package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.riexpiry.aws.QuickClients;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnwritableOutputTest {
  private static final Path FULL_DISK = Path.of("/dev/full");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --output table",
        "check --output json",
        "check --output csv",
        "render --format email",
        "render --format json",
        "accounts --output table",
        "accounts --output json",
        "--help",
        "check --help",
        "--version"
      })
  void isAFailureInEveryCommandAndFormat(String command) throws IOException {
    assumeTrue(Files.exists(FULL_DISK), "this system has no full disk to write to");
    Path accounts =
        Files.writeString(
            folder.resolve("accounts.json"),
            """
            {"regions": ["us-east-1"], "services": ["rds"], "accounts": [
              {"accountName": "tools", "accountId": "111122223333"},
              {"accountName": "web", "accountId": "222233334444", "remoteRole": "reader"}]}
            """);
    String line =
        command.startsWith("-") || command.endsWith("help")
            ? command
            : command + " --accounts " + accounts;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status;
    try (StandIn _ = StandIn.start(Organization.of(Member.of("111122223333")));
        PrintStream full =
            new PrintStream(
                new FileOutputStream(FULL_DISK.toFile()), false, StandardCharsets.UTF_8)) {
      status =
          new App(
                  new Surroundings(
                      new Terminal(
                          full, new PrintStream(err, true, StandardCharsets.UTF_8), false, false),
                      InstantSource.fixed(Instant.parse("2026-05-04T06:00:00Z")),
                      _ -> QuickClients.create()))
              .run(line.split(" "));
    }

    assertThat(status).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("Standard output could not be written");
  }
}
