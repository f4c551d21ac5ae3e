package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.standin.StandIn;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a table shows, in which order, and how wide it is.
class TableTest {
  @TempDir private Path directory;
  @AutoClose private final StandIn aws = StandIn.start(CommandSample.ORGANIZATION);

  @Test
  void onATerminalWhatDecidesIsShownAndTheRestGivesWay() {
    assertThat(table(80))
        .startsWith(
            """
            DAYS  LAST DAY    ACCOUNT         WHAT              REGION     SERVICE  ID
               1  2026-05-05  tools (111122…  1 × t3.micro, L…  us-east-1  EC2      ec2-too…
               7  2026-05-11  web-prod (222…  4 × m5.large, L…  us-east-1  EC2      ec2-web
              30  2026-06-03  web-prod (222…  2 × db.r6g.larg…  us-east-1  RDS      orders-…
            """);
  }

  @Test
  void aWideTerminalShowsAllOfIt() {
    assertThat(table(200)).isEqualTo(piped());
  }

  @Test
  void wideAndAPipeShowAllOfIt() {
    assertThat(
            Cli.runOnTerminalOf(
                    80, "check", "--wide", "--accounts", CommandSample.accounts(directory))
                .out())
        .isEqualTo(piped());
    assertThat(piped()).contains("ec2-tools").doesNotContain("…", "Not shown");
  }

  private String table(int columns) {
    return Cli.runOnTerminalOf(columns, "check", "--accounts", CommandSample.accounts(directory))
        .out();
  }

  private String piped() {
    return Cli.run("check", "--accounts", CommandSample.accounts(directory)).out();
  }

  @Test
  void rowsAreSortedByEndAccountOrService() {
    assertThat(ids("--sort=end")).containsExactly("ec2-tools", "ec2-web", "orders-db");
    assertThat(ids("--all", "--sort=account"))
        .containsExactly("ec2-tools", "ec2-web", "orders-db", "ec2-later");
    assertThat(ids("--all", "--sort=service"))
        .containsExactly("ec2-tools", "ec2-web", "ec2-later", "orders-db");
  }

  @Test
  void anUnknownOrderIsRefused() {
    assertThat(Cli.run("check", "--sort=name"))
        .isEqualTo(
            new Cli(
                2,
                "",
                """
                the command line has one fault:
                  --sort: 'name' is not an order; write end, account or service
                """));
    assertThat(aws.calls()).isEmpty();
  }

  private List<String> ids(String... options) {
    return check(options)
        .out()
        .lines()
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  @Test
  void allListsEveryActiveCommitmentInEveryFormat() throws JsonProcessingException {
    assertThat(check("--all").out())
        .contains(" 372  2027-05-11  web-prod (222233334444)  4 × m5.large, Linux/UNIX");
    assertThat(check("--all", "-o", "csv").out().lines())
        .anyMatch(line -> line.contains(",ec2-later,active,") && line.contains(",active,,,"));
    JsonNode report = new ObjectMapper().readTree(check("--all", "-o", "json").out());
    assertThat(report.path("active").findValuesAsText("commitmentId"))
        .containsExactly("ec2-tools", "ec2-web", "orders-db", "ec2-later");
    assertThat(report.path("active")).hasSize(report.path("commitments").path("active").asInt());
    assertThat(report.path("expiring")).hasSize(3);
  }

  @Test
  void withoutAllTheReportHasNoInventory() {
    assertThat(check("-o", "json").out()).doesNotContain("\"active\" : [", "ec2-later");
  }

  private Cli check(String... options) {
    return Cli.run(
        Stream.concat(
                Stream.of("check", "--accounts", CommandSample.accounts(directory)),
                Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void moreThanFortyRowsAreCountedByWeek() {
    LocalDate wednesday = LocalDate.of(2026, 5, 6);

    assertThat(WeekSummary.of(Collections.nCopies(40, wednesday))).isEmpty();
    assertThat(
            WeekSummary.of(
                Stream.concat(
                        Collections.nCopies(40, wednesday).stream(),
                        Stream.of(LocalDate.of(2026, 5, 10), LocalDate.of(2026, 5, 11)))
                    .toList()))
        .isEqualTo("Ends by week from Monday: 2026-05-04: 41, 2026-05-11: 1\n");
    assertThat(WeekSummary.of(IntStream.range(0, 41).mapToObj(wednesday::plusWeeks).toList()))
        .startsWith("Ends by week from Monday: 2026-05-04: 1, ")
        .endsWith(", 2026-07-27: 1, later: 28\n");
  }

  @Test
  void theWidthIsThatOfTheVariableBeforeThatOfTheTerminal() {
    assertThat(ScreenWidth.of(Map.of("COLUMNS", "132"))).isEqualTo(132);
    assertThat(ScreenWidth.of(Map.of("COLUMNS", "3"))).isEqualTo(20);
    assertThat(ScreenWidth.size("24 100\n")).isEqualTo(Optional.of(100));
    assertThat(ScreenWidth.size("0 0\n")).isEqualTo(Optional.empty());
    assertThat(ScreenWidth.size("")).isEqualTo(Optional.empty());
  }

  @Test
  void aConsoleThatIsNotUtf8GetsSignsThatItHas() {
    assertThat(console("4 × m5.large — web-prod… ✔ ü 本", StandardCharsets.US_ASCII))
        .isEqualTo("4 x m5.large - web-prod... + u ?\n");
    assertThat(console("4 × m5.large, ü", Charset.forName("IBM850")))
        .isEqualTo("4 × m5.large, ü\n");
  }

  private static String console(String text, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new PrintStream(new ConsoleStream(bytes, charset), true, StandardCharsets.UTF_8)
        .print(text + "\n");
    return bytes.toString(charset);
  }
}
