package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riexpiry.notifier.SampleOrganization;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCommandTest {
  private static final Path DOCUMENTED = Path.of("src/test/resources/demo.txt");

  @Test
  void printsTheTableOfTheDocumentationBarWhatALedgerAddsToIt() throws IOException {
    Cli demo = Cli.run("demo");
    assertThat(demo.status()).isZero();
    assertThat(demo.err())
        .isEqualTo(
            "A sample organisation, as of 2026-05-04. One of its accounts is closed, and so unread.\n");
    assertThat(withoutTheLedgersColumn(Files.readString(DOCUMENTED))).contains("\n\n" + demo.out());
  }

  /// The documentation has the table of a check that remembers what was told.
  private static String withoutTheLedgersColumn(String text) {
    String head = text.lines().filter(line -> line.startsWith("DAYS ")).findFirst().orElseThrow();
    int told = head.indexOf("TOLD ");
    int next = head.indexOf("REGION ");
    return text.lines()
        .map(line ->
            line.length() > next && line.matches("( {2}[ 0-9]{2} {2}2026|DAYS).*")
                ? line.substring(0, told) + line.substring(next)
                : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void printsTheMailOfTheDocumentationBarWhatALedgerAddsToIt() throws IOException {
    Cli demo = Cli.run("demo", "--format", "email");
    assertThat(demo.status()).isZero();
    assertThat(demo.out()).startsWith("Subject: 6 AWS commitments end, the first tomorrow");
    assertThat(Files.readString(DOCUMENTED).replaceAll("(?m)^  to silence: .*\n", ""))
        .contains(demo.out());
  }

  @ParameterizedTest
  @CsvSource({
    "json,     '\"commitmentId\" : \"legacy-reporting\"'",
    "csv,      'legacy-reporting'",
    "chat,     '\"source\":\"custom\"'",
    "calendar, 'BEGIN:VCALENDAR'"
  })
  void printsWhatOthersReadToo(String format, String part) {
    Cli demo = Cli.run("demo", "--format", format);
    assertThat(demo.status()).isZero();
    assertThat(demo.out()).contains(part);
  }

  @Test
  void writesThePageWithItsCosts(@TempDir Path folder) {
    Cli demo = Cli.run("demo", "--to", folder.resolve("out").toString());
    assertThat(demo.status()).isZero();
    assertThat(demo.out()).endsWith(folder.resolve("out/index.html") + "\n");
    assertThat(folder.resolve("out/index.html")).content().contains("orders-db-2025");
    assertThat(folder.resolve("out/cost.csv"))
        .content()
        .contains("2026-05-03,222233334444,web-prod,,Amazon Relational Database Service,");
  }

  @Test
  void reachesNoBucket() {
    assertThat(Cli.run("demo", "--to", "s3://reports/"))
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                the command line has one fault:
                  --to s3://reports/: the demo reaches no bucket; name a folder of this machine
                """));
  }

  @Test
  void usesNeitherTheCredentialsNorTheAddressOfWhoAsks() {
    try (StandIn aws = StandIn.start(Organization.of(Member.of("999999999999")))) {
      Cli demo = Cli.run("demo", "--format", "json");
      assertThat(aws.calls()).isEmpty();
      assertThat(demo.out() + demo.err()).doesNotContain("999999999999");
    }
  }

  @Test
  void leavesNobodyListening() throws IOException {
    URI address = SampleOrganization.at(where -> where);
    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> new Socket(address.getHost(), address.getPort()).close());
  }
}
