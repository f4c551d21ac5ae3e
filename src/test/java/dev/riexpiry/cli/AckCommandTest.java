package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `ack` makes a milestone silent and takes that back, and `acks` lists what is silent. It is the
/// morning of 4 May 2026; four things end in the sample, and the ledger has announced them.
class AckCommandTest {
  private static final String BY = "arn:aws:iam::111122223333:user/stand-in";

  @TempDir private Path directory;
  private String table = "";
  private String file = "";

  @BeforeEach
  void name(TestInfo test) {
    table = "ledger-ack-" + test.getTestMethod().orElseThrow().getName().hashCode();
    file = CommandSample.accounts(directory);
  }

  private Cli ack(String... words) {
    return Cli.run(
        Stream.of(List.of("ack"), List.of(words), List.of("--ledger-table", table, "--quiet"))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  private Cli check(String... words) {
    return Cli.run(
        Stream.of(
                List.of("check", "--accounts", file, "--ledger-table", table, "--quiet"),
                List.of(words))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  private void announce() {
    assertThat(check("--publish", "--topic-arn", CommandSample.TOPIC).status()).isZero();
  }

  private static JsonNode json(Cli cli) throws JsonProcessingException {
    return new ObjectMapper().readTree(cli.out());
  }

  @Test
  void silencesACommitmentAndListsItAndTakesItBack() throws JsonProcessingException {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      announce();

      assertThat(ack("ec2-tools", "--until", "2026-05-04", "--reason", "moves to Fargate"))
          .isEqualTo(
              new Cli(
                  0,
                  """
                  Silent until 2026-05-04 (UTC): ec2-tools, account 111122223333, us-east-1, ec2, which ends on 2026-05-05.
                  From the day after, the milestone is told that it has reached by then, unless that was told before; then the next one is.
                  """,
                  ""));
      assertThat(json(check("-o", "json")).path("acknowledged"))
          .singleElement()
          .satisfies(entry -> assertThat(entry.path("by").asText()).isEqualTo(BY))
          .satisfies(
              entry -> assertThat(entry.path("reason").asText()).isEqualTo("moves to Fargate"));
      assertThat(check().out()).contains("silent until 2026-05-04  us-east-1  EC2      ec2-tools");
      assertThat(acks().out())
          .isEqualTo(
              """
              UNTIL       LAST DAY    ACCOUNT       REGION     SERVICE  ID         WHY
              2026-05-04  2026-05-05  111122223333  us-east-1  ec2      ec2-tools  moves to Fargate (arn:aws:iam::111122223333:user/stand-in, 2026-05-04)
              """);

      assertThat(ack("ec2-tools", "--undo"))
          .isEqualTo(
              new Cli(
                  0,
                  """
                  Taken back: ec2-tools, account 111122223333, us-east-1, ec2. The next check tells the milestone that it has reached, unless that was told before; then the next one is told.
                  """,
                  ""));
      assertThat(acks().out()).isEqualTo("Nothing is acknowledged.\n");
      assertThat(json(check("-o", "json")).has("acknowledged")).isFalse();
    }
  }

  @Test
  void tellsNothingBetweenAndThenTheMilestoneThatIsReached() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      announce();
      ack("ec2-web", "--until", "2026-05-10", "--reason", "moves to Fargate");
      ack("orders-db", "--until", "2026-06-30", "--reason", "is switched off");
      int before = aws.messages().size();

      assertThat(publishAt("2026-05-10T06:00:00Z").status()).isZero();
      assertThat(aws.messages().subList(before, aws.messages().size()))
          .as("ec2-tools has lapsed")
          .singleElement()
          .satisfies(message ->
              assertThat(message.mail())
                  .contains(
                      "\n2 commitments were acknowledged and are silent, the first until"
                          + " Sun 10 May 2026; the report says why and by whom.\n"));

      assertThat(publishAt("2026-05-11T06:00:00Z").status()).isZero();
      assertThat(aws.messages().getLast().mail())
          .contains("ec2-web, ends 03:59 UTC")
          .contains(
              "\n  to silence: ri-expiry-notifier ack ec2-web --account 222233334444"
                  + " --until 2026-05-11 --reason \"...\" --ledger-table %s\n".formatted(table));
    }
  }

  @Test
  void theLineToCopyNamesTheZoneInWhichItsDayIsStillToday() {
    String evening = "2026-05-11T03:00:00Z";
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      publishAt(evening, "--time-zone", "America/New_York");
      String line =
          aws.messages()
              .getLast()
              .mail()
              .lines()
              .filter(text -> text.startsWith("  to silence: ri-expiry-notifier ack ec2-web "))
              .findFirst()
              .orElseThrow();
      assertThat(line)
          .contains(" --account 222233334444 --until 2026-05-10 --time-zone America/New_York ");

      String[] words = line.substring(line.indexOf("ack ")).replace("\"...\"", "x").split(" ", -1);
      assertThat(Cli.runAt(Instant.parse(evening), words).out())
          .startsWith("Silent until 2026-05-10 (America/New_York): ec2-web, ");
    }
  }

  @Test
  void aMilestoneToldBeforeTheDecisionIsNotToldAgainAndTheNextOneIs() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      announce();
      ack("ec2-web", "--until", "2026-05-10", "--reason", "moves to Fargate");
      ack("ec2-web", "--undo");
      int before = aws.messages().size();

      publishAt("2026-05-04T07:00:00Z");
      assertThat(aws.messages()).hasSize(before);
      publishAt("2026-05-10T06:00:00Z");
      assertThat(aws.messages().getLast().mail()).contains("ec2-web, ends 03:59 UTC");
    }
  }

  @Test
  void printsWhatTheDocumentShows() throws IOException {
    String document = Files.readString(Path.of("docs/acknowledge.md"));
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      announce();

      assertThat(document)
          .contains(
              "NAME\n"
                  + ack("ec2-web", "--until", "2026-05-11", "--reason", "moves to Fargate").out()
                  + "\n$")
          .contains("NAME\n" + acks().out() + "\n$")
          .contains("NAME\n" + ack("ec2-web", "--undo").out() + "```");
    }
  }

  private Cli publishAt(String time, String... options) {
    return Cli.runAt(
        Instant.parse(time),
        Stream.concat(
                Stream.of(
                    "check",
                    "--accounts",
                    file,
                    "--quiet",
                    "--publish",
                    "--topic-arn",
                    CommandSample.TOPIC,
                    "--ledger-table",
                    table),
                Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void listsAsJsonAndAsCsv() throws JsonProcessingException {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      announce();
      ack("orders-db", "--until", "2026-06-30", "--reason", "=switched off");
      ack("ec2-web", "--until", "2026-05-10", "--reason", "moves to Fargate");

      assertThat(json(acks("-o", "json")))
          .extracting(entry -> entry.path("commitmentId").asText())
          .containsExactly("ec2-web", "orders-db");
      assertThat(acks("-o", "csv", "--account", CommandSample.WEB).out())
          .isEqualTo(
              """
              until,accountId,region,service,commitmentId,end,reason,by,at
              2026-05-10,222233334444,us-east-1,ec2,ec2-web,2026-05-11T04:00:00Z,moves to Fargate,arn:aws:iam::111122223333:user/stand-in,2026-05-04T06:00:00Z
              2026-06-30,222233334444,us-east-1,rds,orders-db,2026-06-03T10:00:00Z,'=switched off,arn:aws:iam::111122223333:user/stand-in,2026-05-04T06:00:00Z
              """);
      assertThat(acks("--account", "111122223333").out()).isEqualTo("Nothing is acknowledged.\n");
    }
  }

  private Cli acks(String... words) {
    return Cli.run(
        Stream.of(List.of("acks"), List.of(words), List.of("--ledger-table", table, "--quiet"))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  @Test
  void refusesWhatIsAcknowledgedAlreadyAndSaysByWhomAndUntilWhen() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      announce();
      ack("ec2-web", "--until", "2026-05-10", "--reason", "moves to Fargate");

      assertThat(ack("ec2-web", "--until", "2026-05-11", "--reason", "still does"))
          .isEqualTo(
              refused(
                  "ID ec2-web: it is acknowledged already, until 2026-05-10: moves to Fargate"
                      + " (arn:aws:iam::111122223333:user/stand-in, 2026-05-04); to change that,"
                      + " take it back first, with --undo"));
    }
  }

  @Test
  void refusesWhatTheLedgerHasNotAnnouncedAndNamesWhatIsNear() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      announce();

      assertThat(ack("ec2-tolls", "--until", "2026-05-10", "--reason", "typed"))
          .isEqualTo(
              refused(
                  "ID ec2-tolls: this ledger has announced no such commitment; did you mean"
                      + " ec2-tools?"));
      assertThat(ack("ec2-later", "--until", "2026-05-10", "--reason", "early"))
          .as("it has reached no milestone")
          .isEqualTo(
              refused(
                  "ID ec2-later: this ledger has announced no such commitment; copy the id from a"
                      + " mail or a report, and name the ledger of what has sent it"));
      assertThat(
              ack("ec2-web", "--account", "111122223333", "--until", "2026-05-10", "--reason", "x"))
          .isEqualTo(
              refused(
                  "ID ec2-web: this ledger has announced no such commitment; it is in account"
                      + " 222233334444, us-east-1, ec2"));
      assertThat(ack("ec2-web", "--undo"))
          .isEqualTo(
              refused(
                  "ID ec2-web: nobody has acknowledged such a commitment; the command acks lists"
                      + " those that are acknowledged"));
      assertThat(
              Cli.runAt(
                  Instant.parse("2026-05-06T06:00:00Z"),
                  "ack",
                  "ec2-tools",
                  "--until=2026-06-01",
                  "--reason=late",
                  "--quiet",
                  "--ledger-table",
                  table))
          .isEqualTo(
              refused(
                  "ID ec2-tools: it has ended, and has no milestones any more; copy the id from a"
                      + " mail or a report, and name the ledger of what has sent it"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          r-1 --until=2026-05-03 --reason=x | --until: 2026-05-03 has passed: today is 2026-05-04 (UTC); name a day that is still to come, or today
          r-1 --until=2026-05-04 --reason=x --time-zone=Pacific/Kiritimati --account=1 | --account: '1' is not an account id; write its twelve digits
          r-1 --until=soon --reason=x | --until: 'soon' is not a date; write year, month and day such as 2026-05-04
          r-1 --until=2026-05-05 --reason=... | --reason: no reason is given; add --reason TEXT, for those who read the report
          r-1 --until=2026-05-05 | --reason: no reason is given; add --reason TEXT, for those who read the report
          r-1 --reason=x | --until: there is no last day; add --until DATE, such as 2026-12-31
          r-1 --undo --reason=x | --reason: --undo takes an acknowledgement back, and needs no such thing; leave it out, or leave --undo out
          """)
  void refusesBeforeItAsksAnybody(String words, String fault) {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(ack(words.split(" ", -1))).isEqualTo(refused(fault));
      assertThat(aws.calls()).isEmpty();
    }
  }

  @Test
  void needsALedgerAndAnId() {
    assertThat(Cli.run("acks"))
        .isEqualTo(
            refused(
                "--ledger-table: no ledger is named; add --ledger-table NAME; the output"
                    + " LedgerTableName of the stack has it"));
    assertThat(Cli.run("ack", "--undo"))
        .isEqualTo(new Cli(2, "", "ID is missing.\nSee 'ri-expiry-notifier ack --help'.\n"));
  }

  @Test
  void saysWhyTheLedgerCannotBeAskedAndHowToMendIt() {
    Fault denied = Fault.of(Kind.DENIED, AwsService.DYNAMODB).action("Scan");
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION, denied)) {
      Cli cli = acks();

      assertThat(cli.status()).isEqualTo(1);
      assertThat(cli.out()).isEmpty();
      assertThat(cli.err())
          .startsWith("The ledger could not be asked: ")
          .contains("dynamodb:Scan")
          .contains(" To mend it: ")
          .hasLineCount(1);
    }
  }

  @Test
  void recordsNothingWhereItIsNotKnownWhoDecides() {
    Fault silent = Fault.of(Kind.DENIED, AwsService.STS).action("GetCallerIdentity");
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      announce();
    }
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION, silent)) {
      Cli cli = ack("ec2-web", "--until", "2026-05-10", "--reason", "x");

      assertThat(cli.status()).isEqualTo(2);
      assertThat(cli.err()).startsWith("Signing in failed: ");
      assertThat(aws.calls("PutItem")).isEmpty();
    }
  }

  private static Cli refused(String fault) {
    return new Cli(2, "", "the command line has one fault:\n  " + fault + "\n");
  }
}
