package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Books;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.Sold;
import dev.riexpiry.standin.StandIn;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The jar has only what its commands reach: it does and prints what all the classes do.
class CommandLineJarIT {
  private static final String OWN = "111122223333";
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:ri-expiry";
  private static final String BEGAN = "2025-06-03T10:00:00Z";
  private static final String ENDS = "2026-06-03T10:00:00Z";

  private static final Organization EVERYTHING =
      Organization.of(
              Member.of(
                  OWN,
                  Reservation.ec2("us-east-1", "ec2", "m5.large", 4, "2026-05-11T03:59:59Z"),
                  Reservation.rds("us-east-1", "rds", "db.r6g.large", 2, BEGAN, 31_536_000),
                  Sold.elastiCache("us-east-1", "cache", BEGAN),
                  Sold.openSearch("us-east-1", "search", BEGAN),
                  Sold.redshift("us-east-1", "nodes", BEGAN),
                  Sold.redshiftServerless("us-east-1", "rpus", BEGAN, ENDS),
                  Sold.memoryDb("us-east-1", "memory", BEGAN),
                  Sold.host("us-east-1", "host", BEGAN, ENDS),
                  Sold.capacityBlock("us-east-1", "block", BEGAN, ENDS),
                  Sold.savingsPlan("plan", BEGAN, ENDS),
                  Books.plan(OWN, "plan", BEGAN, ENDS)),
              Member.of(
                  CommandSample.WEB,
                  Reservation.ec2("us-east-1", "ec2-web", "m5.large", 4, "2026-05-11T03:59:59Z")))
          .withTopics(TOPIC);

  @TempDir private Path home;

  private String accounts() {
    return CommandSample.write(
        home,
        """
        {
          "regions": ["us-east-1"],
                "accounts": [
            { "accountName": "tools", "accountId": "111122223333" },
            { "accountName": "web-prod", "accountId": "222233334444", "remoteRole": "ri-expiry-reader" }
          ]
        }
        """);
  }

  private static Cli jar(StandIn aws, String... words) {
    return CommandLineJar.run(aws.environment(), List.of(), words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --output table --all",
        "check --output json",
        "render --format chat --chat-topic-arn " + TOPIC,
        "render --format calendar",
      })
  void readsAndPrintsWhatAllTheClassesDo(String line) {
    String[] words =
        (line + " --check-date 2026-05-04 --quiet --accounts " + accounts()).split(" ");
    try (StandIn aws = StandIn.start(EVERYTHING)) {
      Cli jar = jar(aws, words);

      assertThat(jar.err()).isEmpty();
      assertThat(withoutTime(jar.out())).isEqualTo(withoutTime(Cli.run(words).out()));
      assertThat(jar.out()).contains("ec2-web", "memory", "rpus", "search", "plan");
    }
  }

  private static String withoutTime(String out) {
    return out.replaceAll("DTSTAMP:.*", "").replaceAll("\"commit\" : .*", "");
  }

  @Test
  void publishesRemembersAndWritesIntoABucket() {
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    Organization ending =
        Organization.of(
                Member.of(
                    OWN,
                    Reservation.ec2(
                        "us-east-1", "soon", "m5.large", 1, today.plusDays(20) + "T10:00:00Z")),
                Member.of(CommandSample.WEB))
            .withTopics(TOPIC);
    StandIn.emptyTable("ledger-jar");
    try (StandIn aws = StandIn.start(ending)) {
      String[] publish =
          "check --quiet --publish --topic-arn %s --ledger-table ledger-jar --accounts %s"
              .formatted(TOPIC, accounts())
              .split(" ");
      assertThat(jar(aws, publish).status()).isZero();
      assertThat(jar(aws, publish).status()).isZero();
      assertThat(aws.messages()).singleElement().extracting("subject").asString().contains("1 AWS");

      Cli report = jar(aws, "report", "--quiet", "--to", "s3://reports/", "--accounts", accounts());
      assertThat(report.out()).contains("s3://reports/latest/index.html");
      assertThat(aws.calls())
          .extracting(Call::path)
          .anyMatch(path -> path.endsWith("/latest/index.html"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      names = {"THROTTLED", "HTML_ERROR", "BAD_SIGNATURE", "CUT_OFF", "ENDLESS_PACKED", "NESTED"})
  void whatGoesWrongIsToldAsByAllTheClasses(Fault.Kind kind) {
    String[] words = {
      "check", "--output", "csv", "--check-date", "2026-05-04", "--quiet", "--accounts", accounts()
    };
    try (StandIn aws = StandIn.startBreakable(CommandSample.ORGANIZATION)) {
      aws.restart(Fault.of(kind, AwsService.RDS).account(CommandSample.WEB));
      Cli jar = jar(aws, words);
      assertThat(jar.err()).contains("web-prod (222233334444)");
      assertThat(jar.out()).contains("ec2-tools", "ec2-web");
      assertThat(jar.status()).isEqualTo(ExitStatus.INCOMPLETE.code());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"accounts", "verify", "help check", "completion"})
  void theOtherCommandsAnswerAsAllTheClassesDo(String line) {
    String[] words = line.split(" ");
    if (List.of("accounts", "verify").contains(words[0])) {
      words = (line + " --quiet --accounts " + accounts()).split(" ");
    }
    try (StandIn aws = StandIn.start(EVERYTHING)) {
      assertThat(jar(aws, words)).isEqualTo(Cli.run(words));
    }
  }

  @Test
  void showsTheSampleOrganisation() {
    for (String format : List.of("table", "email")) {
      Cli jar = CommandLineJar.run(Map.of(), List.of(), "demo", "--format", format);
      Cli classes = Cli.run("demo", "--format", format);
      assertThat(withoutTime(jar.out())).isEqualTo(withoutTime(classes.out()));
      assertThat(jar.status()).isZero();
    }
    assertThat(CommandLineJar.run(Map.of(), List.of(), "demo", "--to", home.toString()).out())
        .endsWith("index.html\n");
  }

  @Test
  void readsTheBooksOfThePayerAndWhatTheAccountsCost() {
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    String[] books =
        today.minusDays(30).datesUntil(today).map(LocalDate::toString).toArray(String[]::new);
    Organization paying =
        Organization.of(
            Member.of(
                OWN,
                Stream.concat(
                        Stream.of(
                            Books.plan(OWN, "plan", BEGAN, today.plusDays(20) + "T10:00:00Z")),
                        Stream.of(books)
                            .map(day -> Books.cost(day, OWN, "Amazon DynamoDB", "12.5")))
                    .toArray(Reservation[]::new)));
    String accounts =
        CommandSample.write(
            home,
            """
            {"regions": ["us-east-1"], "payer": {},
             "accounts": [{"accountName": "tools", "accountId": "111122223333"}]}
            """);
    try (StandIn aws = StandIn.start(paying)) {
      assertThat(jar(aws, "check", "--quiet", "--accounts", accounts).out())
          .contains("Compute Savings Plan", "2,920.00 USD");
      assertThat(jar(aws, "cost", "--quiet", "--accounts", accounts).out()).contains("12.50");
    }
  }
}
