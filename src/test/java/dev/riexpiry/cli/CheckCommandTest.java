package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.StandIn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String PROGRESS =
      """
      as arn:aws:iam::111122223333:user/stand-in (account 111122223333), by the keys in the environment
      Reading 2 accounts as of 2026-05-04 (UTC)
      20 targets done
      """;

  @TempDir private Path directory;

  @Test
  void listsWhatEndsAsATable() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(Cli.run("check", "--accounts", CommandSample.accounts(directory)))
          .isEqualTo(
              new Cli(
                  0,
                  """
                  DAYS  LAST DAY    ACCOUNT                  WHAT                                            REGION     SERVICE  ID
                     1  2026-05-05  tools (111122223333)     1 × t3.micro, Linux/UNIX, No Upfront, standard  us-east-1  EC2      ec2-tools
                     7  2026-05-11  web-prod (222233334444)  4 × m5.large, Linux/UNIX, No Upfront, standard  us-east-1  EC2      ec2-web
                    30  2026-06-03  web-prod (222233334444)  2 × db.r6g.large, postgresql, No Upfront        us-east-1  RDS      orders-db

                  Accounts: 2 of 2 read; targets: 20 read, 0 unreadable; commitments: 4 active, 3 expiring; as of 2026-05-04 (UTC)
                  """,
                  PROGRESS));
    }
  }

  @Test
  void listsWhatEndsAsCsv() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(
              Cli.run("check", "--accounts", CommandSample.accounts(directory), "--output", "csv"))
          .isEqualTo(
              new Cli(
                  0,
                  """
                  accountId,accountName,organizationalUnit,region,service,commitmentId,state,resourceType,description,quantity,start,end,daysLeft,milestone,due,firstTold,CommitmentDiscountId,CommitmentDiscountName,CommitmentDiscountType,CommitmentDiscountCategory,CommitmentDiscountQuantity,CommitmentDiscountUnit,scope,scopeName,platform,tenancy,multiAz,instanceFamily,offeringClass,paymentOption,hourlyPrice,currency,tags,renewal,renewedBy,renewedShare,gapDays,status,ignoredUntil,ignoredBecause,gapHours,advice,adviceQuantity,adviceReasons,source,usedPercent,unusedHours,monthlyCost,monthlyOnDemand,monthlyAtStake,breakEvenPercent,monthlyCurrency,owner,monthlyRecurring
                  111122223333,tools,,us-east-1,ec2,ec2-tools,active,t3.micro,"1 × t3.micro, Linux/UNIX, No Upfront, standard",1,2025-06-01T09:30:00.340Z,2026-05-05T03:59:59Z,1,1,true,,ec2-tools,,Reserved Instance,Usage,1,Instances,region,us-east-1,Linux/UNIX,default,false,,standard,No Upfront,,,,none,,0,0,expiring,,,0,,,,,,,,,,,,,
                  222233334444,web-prod,,us-east-1,ec2,ec2-web,active,m5.large,"4 × m5.large, Linux/UNIX, No Upfront, standard",4,2025-06-01T09:30:00.340Z,2026-05-11T03:59:59Z,7,7,true,,ec2-web,,Reserved Instance,Usage,4,Instances,region,us-east-1,Linux/UNIX,default,false,,standard,No Upfront,,,,none,,0,0,expiring,,,0,,,,,,,,,,,,,
                  222233334444,web-prod,,us-east-1,rds,orders-db,active,db.r6g.large,"2 × db.r6g.large, postgresql, No Upfront",2,2025-06-03T10:00:00Z,2026-06-03T10:00:00Z,30,30,true,,orders-db,,Reserved Instance,Usage,2,Instances,region,us-east-1,postgresql,,false,,,No Upfront,,,,none,,0,0,expiring,,,0,,,,,,,,,,,,,
                  """,
                  PROGRESS));
    }
  }

  @Test
  void printsTheWholeReportAsJson() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(
              Cli.run(
                  "check",
                  "--accounts",
                  CommandSample.accounts(directory),
                  "--output",
                  "json",
                  "--milestone-days",
                  "1",
                  "--topic-arn",
                  CommandSample.TOPIC))
          .isEqualTo(
              new Cli(
                  0,
                  """
                  {
                    "checkDate" : "2026-05-04",
                    "timeZone" : "UTC",
                    "dryRun" : true,
                    "complete" : true,
                    "accounts" : {
                      "configured" : 2,
                      "read" : 2
                    },
                    "targets" : {
                      "read" : 20,
                      "unreadable" : 0
                    },
                    "commitments" : {
                      "active" : 4,
                      "expiring" : 1
                    },
                    "expiring" : [
                      {
                        "accountId" : "111122223333",
                        "accountName" : "tools",
                        "organizationalUnit" : null,
                        "region" : "us-east-1",
                        "service" : "ec2",
                        "commitmentId" : "ec2-tools",
                        "state" : "active",
                        "resourceType" : "t3.micro",
                        "description" : "1 × t3.micro, Linux/UNIX, No Upfront, standard",
                        "quantity" : 1,
                        "start" : "2025-06-01T09:30:00.340Z",
                        "end" : "2026-05-05T03:59:59Z",
                        "daysLeft" : 1,
                        "milestone" : 1,
                        "due" : true,
                        "firstTold" : null,
                        "renewal" : {
                          "state" : "none",
                          "by" : [ ],
                          "share" : 0,
                          "gapDays" : 0,
                          "gapHours" : 0
                        },
                        "commitmentType" : "Reserved Instance",
                        "unit" : "Instances",
                        "scope" : "region",
                        "scopeName" : "us-east-1",
                        "platform" : "Linux/UNIX",
                        "tenancy" : "default",
                        "offeringClass" : "standard",
                        "paymentOption" : "No Upfront"
                      }
                    ],
                    "troubles" : [ ],
                    "unreadable" : [ ],
                    "recovered" : [ ],
                    "lapsed" : [ ],
                    "ignored" : [ ],
                    "alerts" : [
                      {
                        "topicArn" : "arn:aws:sns:eu-west-1:111122223333:ri-expiry",
                        "subject" : "1 AWS reservation ends tomorrow: tools",
                        "expiring" : 1,
                        "lapsed" : 0,
                        "messageId" : null,
                        "state" : "dry"
                      }
                    ],
                    "warnings" : [ ],
                    "ledger" : {
                      "table" : null,
                      "state" : "off",
                      "left" : 0
                    },
                    "caller" : "arn:aws:iam::111122223333:user/stand-in",
                    "tool" : {
                      "name" : "ri-expiry-notifier",
                      "version" : "1.0.0"
                    },
                    "reconciliation" : {
                      "state" : "off",
                      "requests" : 0
                    }
                  }
                  """,
                  PROGRESS
                      + "Would be sent to arn:aws:sns:eu-west-1:111122223333:ri-expiry with --publish:"
                      + " 1 AWS reservation ends tomorrow: tools\n"));
    }
  }

  @Test
  void countsDaysFromTheCheckDateInTheTimeZone() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(
              Cli.run(
                      "check",
                      "--accounts",
                      CommandSample.accounts(directory),
                      "--check-date",
                      "2026-05-05",
                      "--time-zone",
                      "America/New_York",
                      "--milestone-days",
                      "7")
                  .out())
          .isEqualTo(
              """
              LAPSED   LAST DAY    ACCOUNT               WHAT                                            REGION     SERVICE  ID
               1d ago  2026-05-04  tools (111122223333)  1 × t3.micro, Linux/UNIX, No Upfront, standard  us-east-1  EC2      ec2-tools

              DAYS  LAST DAY    ACCOUNT                  WHAT                                            REGION     SERVICE  ID
                 5  2026-05-10  web-prod (222233334444)  4 × m5.large, Linux/UNIX, No Upfront, standard  us-east-1  EC2      ec2-web

              Accounts: 2 of 2 read; targets: 20 read, 0 unreadable; commitments: 4 active, 1 expiring, 1 lapsed; as of 2026-05-05 (America/New_York)
              """);
    }
  }

  @Test
  void saysThatNothingEnds() {
    try (StandIn _ = StandIn.start(CommandSample.NOTHING_ENDS)) {
      assertThat(Cli.run("check", "--accounts", CommandSample.accounts(directory)))
          .isEqualTo(
              new Cli(
                  0,
                  """
                  Nothing ends within 60 days of 2026-05-04 (UTC).

                  Accounts: 2 of 2 read; targets: 20 read, 0 unreadable; commitments: 0 active, 0 expiring; as of 2026-05-04 (UTC)
                  """,
                  PROGRESS));
    }
  }

  @Test
  void endsWithTenIfSomethingEndsAndThatIsAskedFor() {
    String accounts = CommandSample.accounts(directory);
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION)) {
      assertThat(Cli.run("check", "--accounts", accounts, "--fail-on-expiring").status())
          .isEqualTo(10);
    }
    try (StandIn _ = StandIn.start(CommandSample.NOTHING_ENDS)) {
      assertThat(Cli.run("check", "--accounts", accounts, "--fail-on-expiring").status())
          .isEqualTo(0);
    }
  }
}
