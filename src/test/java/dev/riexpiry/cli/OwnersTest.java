package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.standin.Message;
import dev.riexpiry.standin.StandIn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Topics of single accounts, what is ignored and what has lapsed, on the wire.
class OwnersTest {
  private static final String WEB_TEAM = "arn:aws:sns:us-east-1:222233334444:web-team";
  private static final String GONE = "arn:aws:sns:us-east-1:222233334444:gone";

  @TempDir private Path directory;

  private String accounts(String topic, String more) {
    return CommandSample.write(
        directory,
        """
        {
          "regions": ["us-east-1"],
          "accounts": [
            { "accountName": "tools", "accountId": "111122223333" },
            { "accountName": "web-prod", "accountId": "222233334444", "remoteRole": "ri-expiry-reader",
              "topicArn": "%s" }
          ]%s
        }
        """
            .formatted(topic, more));
  }

  private Cli check(String accounts, String... more) {
    String[] arguments = new String[more.length + 7];
    System.arraycopy(
        new String[] {
          "check", "--accounts", accounts, "--topic-arn", CommandSample.TOPIC, "--concurrency", "1"
        },
        0,
        arguments,
        0,
        7);
    System.arraycopy(more, 0, arguments, 7, more.length);
    return Cli.run(arguments);
  }

  @Test
  void eachTopicIsAskedInItsOwnRegion() {
    try (StandIn aws =
        StandIn.start(CommandSample.ORGANIZATION.withTopics(CommandSample.TOPIC, WEB_TEAM))) {
      Cli cli = check(accounts(WEB_TEAM, ""), "--publish");

      assertThat(cli.status()).isZero();
      assertThat(aws.messages())
          .extracting(Message::topicArn, Message::region, Message::subject)
          .containsExactly(
              tuple(CommandSample.TOPIC, "eu-west-1", "1 AWS reservation ends tomorrow: tools"),
              tuple(
                  WEB_TEAM, "us-east-1", "2 AWS reservations end, the first in 7 days: web-prod"));
      assertThat(aws.messages().getFirst().mail())
          .contains("  web-prod: 2 end, the first in 7 days; to " + WEB_TEAM + "\n");
    }
  }

  @Test
  void aTopicThatIsGoneFailsTheRunAfterTheOtherWasServed() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli cli = check(accounts(GONE, ""), "--publish");

      assertThat(cli.status()).isEqualTo(1);
      assertThat(aws.messages()).extracting(Message::topicArn).containsExactly(CommandSample.TOPIC);
      assertThat(cli.err())
          .contains(
              "Sent to " + CommandSample.TOPIC, "NOT SENT to " + GONE, "sns:Publish: NotFound");
    }
  }

  @Test
  void aDefaultTopicThatIsGoneFailsTheRunAfterTheOtherWasServed() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION.withTopics(WEB_TEAM))) {
      Cli cli = check(accounts(WEB_TEAM, ""), "--publish");

      assertThat(cli.status()).isEqualTo(1);
      assertThat(aws.messages()).extracting(Message::topicArn).containsExactly(WEB_TEAM);
    }
  }

  @Test
  void theGroupingHoldsWithinEachTopic() {
    try (StandIn aws =
        StandIn.start(CommandSample.ORGANIZATION.withTopics(CommandSample.TOPIC, WEB_TEAM))) {
      check(accounts(WEB_TEAM, ""), "--publish", "--alert-grouping", "reservation");

      assertThat(aws.messages())
          .extracting(Message::topicArn, Message::subject)
          .containsExactly(
              tuple(CommandSample.TOPIC, "1 AWS reservation ends tomorrow: tools"),
              tuple(WEB_TEAM, "1 AWS reservation ends in 7 days: web-prod"),
              tuple(WEB_TEAM, "1 AWS reservation ends in 30 days: web-prod"));
    }
  }

  @Test
  void aDryRunSaysWhereEachWouldGoAndAsksNoTopic() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(check(accounts(WEB_TEAM, "")).err())
          .contains(
              "Would be sent to " + CommandSample.TOPIC + " with --publish: 1 AWS reservation ends",
              "Would be sent to " + WEB_TEAM + " with --publish: 2 AWS reservations end");
      assertThat(aws.calls("Publish")).isEmpty();
    }
  }

  @Test
  void whatIsIgnoredIsListedAndNotTold() {
    String ignore =
        """
        ,
          "ignore": [
            { "accountId": "222233334444", "service": "rds", "until": "2026-12-31", "reason": "=closing" },
            { "commitmentId": "ec2-wbe", "until": "2026-12-31", "reason": "misspelt" }
          ]\
        """;
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli table = check(accounts(WEB_TEAM, ignore));

      assertThat(table.out())
          .isEqualTo(
              """
              DAYS  LAST DAY    ACCOUNT                  WHAT                                            REGION     SERVICE  ID
                 1  2026-05-05  tools (111122223333)     1 × t3.micro, Linux/UNIX, No Upfront, standard  us-east-1  EC2      ec2-tools
                 7  2026-05-11  web-prod (222233334444)  4 × m5.large, Linux/UNIX, No Upfront, standard  us-east-1  EC2      ec2-web

              Ignored, as the accounts file says:
                web-prod (222233334444), us-east-1 RDS, orders-db, last day 2026-06-03
                  until 2026-12-31: =closing

              Accounts: 2 of 2 read; targets: 20 read, 0 unreadable; commitments: 4 active, 2 expiring; as of 2026-05-04 (UTC)
              """);
      assertThat(table.err())
          .contains(
              "Warning: the accounts file ignores commitment ec2-wbe (misspelt), and there is no such thing;");
      assertThat(check(accounts(WEB_TEAM, ignore), "--output", "csv").out().lines())
          .last()
          .asString()
          .contains(",orders-db,", ",30,,false,,")
          .contains(",,,,,ignored,2026-12-31,'=closing,");
    }
  }

  @Test
  void whatHasLapsedIsTheFirstThatIsListed() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      String accounts = accounts(WEB_TEAM, "");
      Cli lapsed = check(accounts, "--check-date", "2026-05-12", "--output", "csv");

      assertThat(lapsed.out().lines().skip(1))
          .extracting(
              line -> line.replaceFirst("^([^,]*,){5}([^,]*),.*?(,[a-z]+,,,[0-9]*),{13}$", "$2$3"))
          .containsExactly("orders-db,expiring,,,0", "ec2-web,lapsed,,,", "ec2-tools,lapsed,,,");
      assertThat(check(accounts, "--check-date", "2026-05-12").out())
          .startsWith("LAPSED   LAST DAY  ")
          .contains(" 1d ago  2026-05-11  web-prod")
          .contains(" 7d ago  2026-05-05  tools")
          .contains("4 active, 1 expiring, 2 lapsed;");
      assertThat(check(accounts, "--check-date", "2026-05-12", "--lapsed-days", "0").out())
          .doesNotContain("apsed", "LAPSED");
    }
  }

  @Test
  void theListOfAccountsIsAnAccountsFileThatSaysTheSame() {
    String file =
        accounts(
            WEB_TEAM,
            ", \"ignore\": [{ \"service\": \"rds\", \"until\": \"2026-12-31\", \"reason\": \"x\" }], \"ownerTags\": [\"Team\"]");
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      String listed = Cli.run("accounts", "--accounts", file, "--output", "json").out();

      assertThat(AccountsFile.parse(listed.getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(new AccountsFile.Parsed.Valid(AccountsFile.read(Path.of(file))));
    }
  }
}
