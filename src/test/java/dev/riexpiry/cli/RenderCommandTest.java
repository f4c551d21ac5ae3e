package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.StandIn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {
  @TempDir private Path directory;

  @Test
  void printsTheMail() {
    try (StandIn aws = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(
              Cli.run(
                  "render",
                  "--accounts",
                  CommandSample.accounts(directory),
                  "--milestone-days",
                  "7,1"))
          .isEqualTo(
              new Cli(
                  0,
                  """
                  Subject: 2 AWS reservations end, the first tomorrow: tools, web-prod

                  2 AWS reservations end soon, the first tomorrow.
                  A reservation does not renew: once it has ended, what it covered is billed at
                  the on-demand price. Buy its successor, or let it go on purpose.

                  By milestone:
                    1 day: 1 ends
                    7 days: 1 ends

                  ENDS TOMORROW - last day Tue 5 May 2026 (UTC)

                    tools (111122223333), us-east-1, EC2
                    1 × t3.micro, Linux/UNIX, No Upfront, standard
                    ec2-tools, ends 03:59 UTC
                    to renew: queue its purchase now, for 2026-05-05T03:59:59Z
                    https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#ReservedInstances:

                  ENDS IN 7 DAYS - last day Mon 11 May 2026 (UTC)

                    web-prod (222233334444), us-east-1, EC2
                    4 × m5.large, Linux/UNIX, No Upfront, standard
                    ec2-web, ends 03:59 UTC
                    to renew: queue its purchase now, for 2026-05-11T03:59:59Z
                    https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#ReservedInstances:

                  To hear no more of one, add to accounts.json:
                  "ignore": [{ "commitmentId": "its id", "until": "YYYY-MM-DD", "reason": "why" }]
                  Read: 2 of 2 accounts, 20 targets (account x region x service), 4 active commitments.
                  As of Mon 4 May 2026 (UTC); told 7, 1 days before the end.
                  Sent by the command line, not by a function.
                  """,
                  """
                  as arn:aws:iam::111122223333:user/stand-in (account 111122223333), by the keys in the environment
                  Reading 2 accounts as of 2026-05-04 (UTC)
                  20 targets done
                  """));
      assertThat(aws.calls("Publish")).isEmpty();
    }
  }

  @Test
  void printsADocumentALineForPrograms() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(
              Cli.run(
                      "render",
                      "--accounts",
                      CommandSample.accounts(directory),
                      "--format",
                      "json",
                      "--alert-grouping",
                      "account",
                      "--milestone-days",
                      "7,1")
                  .out())
          .isEqualTo(
              """
              {"checkDate":"2026-05-04","timeZone":"UTC","complete":true,"part":{"number":1,"of":1},"accounts":{"configured":2,"read":2},"targets":{"read":20,"unreadable":0},"commitments":{"active":4,"expiring":2},"expiring":[{"accountId":"111122223333","accountName":"tools","organizationalUnit":null,"region":"us-east-1","service":"ec2","commitmentId":"ec2-tools","state":"active","resourceType":"t3.micro","description":"1 × t3.micro, Linux/UNIX, No Upfront, standard","quantity":1,"start":"2025-06-01T09:30:00.340Z","end":"2026-05-05T03:59:59Z","daysLeft":1,"milestone":1,"due":true,"firstTold":null,"renewal":{"state":"none","by":[],"share":0,"gapDays":0,"gapHours":0},"commitmentType":"Reserved Instance","unit":"Instances","scope":"region","scopeName":"us-east-1","platform":"Linux/UNIX","tenancy":"default","offeringClass":"standard","paymentOption":"No Upfront"}],"troubles":[],"unreadable":[],"recovered":[],"renewed":[]}
              {"checkDate":"2026-05-04","timeZone":"UTC","complete":true,"part":{"number":1,"of":1},"accounts":{"configured":2,"read":2},"targets":{"read":20,"unreadable":0},"commitments":{"active":4,"expiring":2},"expiring":[{"accountId":"222233334444","accountName":"web-prod","organizationalUnit":null,"region":"us-east-1","service":"ec2","commitmentId":"ec2-web","state":"active","resourceType":"m5.large","description":"4 × m5.large, Linux/UNIX, No Upfront, standard","quantity":4,"start":"2025-06-01T09:30:00.340Z","end":"2026-05-11T03:59:59Z","daysLeft":7,"milestone":7,"due":true,"firstTold":null,"renewal":{"state":"none","by":[],"share":0,"gapDays":0,"gapHours":0},"commitmentType":"Reserved Instance","unit":"Instances","scope":"region","scopeName":"us-east-1","platform":"Linux/UNIX","tenancy":"default","offeringClass":"standard","paymentOption":"No Upfront"}],"troubles":[],"unreadable":[],"recovered":[],"renewed":[]}
              """);
    }
  }

  @Test
  void linksThroughTheAccessPortalIntoTheAccountOfEach() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(
              Cli.run(
                      "render",
                      "--accounts",
                      CommandSample.accounts(directory),
                      "--start-url",
                      "https://d-1234567890.awsapps.com/start/#/",
                      "--milestone-days",
                      "7,1")
                  .out())
          .contains(
              "  https://d-1234567890.awsapps.com/start/#/console?account_id=111122223333&destination=https%3A%2F%2Fus-east-1.console.aws.amazon.com%2Fec2%2Fhome%3Fregion%3Dus-east-1%23ReservedInstances%3A\n",
              "  https://d-1234567890.awsapps.com/start/#/console?account_id=222233334444&destination=https%3A%2F%2Fus-east-1.console.aws.amazon.com%2Fec2%2Fhome%3Fregion%3Dus-east-1%23ReservedInstances%3A\n");
    }
  }

  @Test
  void saysThatThereIsNoAlert() {
    try (StandIn _ = StandIn.start(CommandSample.NOTHING_ENDS)) {
      assertThat(Cli.run("render", "--accounts", CommandSample.accounts(directory)))
          .isEqualTo(
              new Cli(
                  0,
                  "",
                  """
                  as arn:aws:iam::111122223333:user/stand-in (account 111122223333), by the keys in the environment
                  Reading 2 accounts as of 2026-05-04 (UTC)
                  20 targets done
                  No alert: nothing is expiring, and everything was read.
                  """));
    }
  }

  @Test
  void printsTheCalendarOfEveryActiveCommitmentAndNothingElse() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      Cli calendar =
          Cli.run(
              "render", "--accounts", CommandSample.accounts(directory), "--format", "calendar");
      assertThat(calendar.out())
          .startsWith("BEGIN:VCALENDAR\r\n")
          .endsWith("END:VCALENDAR\r\n")
          .contains("222233334444/us-east-1/ec2/ec2-later/end", "DTSTAMP:20260504T060000Z");
      assertThat(calendar.err()).doesNotContain("No alert");
    }
  }

  @Test
  void printsTheOneMessageOfAChatWhateverTheGrouping() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(
              Cli.run(
                      "render",
                      "--accounts",
                      CommandSample.accounts(directory),
                      "--format=chat",
                      "--alert-grouping=reservation")
                  .out())
          .startsWith("{\"version\":\"1.0\",\"source\":\"custom\",\"id\":\"")
          .contains("\"textType\":\"client-markdown\"", "`ec2-tools`", "`ec2-web`")
          .hasLineCount(1);
    }
  }

  @Test
  void saysThatThereIsNoMessageForAChat() {
    try (StandIn _ = StandIn.start(CommandSample.NOTHING_ENDS)) {
      Cli chat =
          Cli.run("render", "--accounts", CommandSample.accounts(directory), "--format=chat");
      assertThat(chat.out()).isEmpty();
      assertThat(chat.err()).endsWith("No alert: nothing is expiring, and everything was read.\n");
    }
  }
}
