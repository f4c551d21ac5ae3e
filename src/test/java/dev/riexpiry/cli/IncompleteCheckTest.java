package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncompleteCheckTest {
  private static final Fault DENIED =
      Fault.of(Kind.DENIED, AwsService.RDS).account(CommandSample.WEB);

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @TempDir private Path directory;

  @Test
  void listsWhatWasFoundThenWhatCouldNotBeReadAndHowToMendIt() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION, DENIED)) {
      assertThat(Cli.run("check", "--accounts", CommandSample.accounts(directory)))
          .isEqualTo(
              new Cli(
                  3,
                  """
                  DAYS  LAST DAY    ACCOUNT                  WHAT                                            REGION     SERVICE  ID
                     1  2026-05-05  tools (111122223333)     1 × t3.micro, Linux/UNIX, No Upfront, standard  us-east-1  EC2      ec2-tools
                     7  2026-05-11  web-prod (222233334444)  4 × m5.large, Linux/UNIX, No Upfront, standard  us-east-1  EC2      ec2-web

                  Could not be read; a commitment there may be ending unseen:
                    web-prod (222233334444), us-east-1 RDS
                      rds:DescribeReservedDBInstances: AccessDenied, User: arn:aws:sts::222233334444:assumed-role/reader is not authorized to perform: DescribeReservedDBInstances
                      To mend it: allow rds:DescribeReservedDBInstances in the policy of the role that reads this account

                  Accounts: 2 of 2 read; targets: 19 read, 1 unreadable; commitments: 3 active, 2 expiring; as of 2026-05-04 (UTC)
                  """,
                  """
                  as arn:aws:iam::111122223333:user/stand-in (account 111122223333), by the keys in the environment
                  Reading 2 accounts as of 2026-05-04 (UTC)
                  20 targets done
                  """));
    }
  }

  @Test
  void tellsOfTheGapBesideTheCsv() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION, DENIED)) {
      Cli cli =
          Cli.run("check", "--accounts", CommandSample.accounts(directory), "--output", "csv");

      assertThat(cli.status()).isEqualTo(3);
      assertThat(cli.out()).doesNotContain("Could not be read");
      assertThat(cli.err()).contains("Could not be read", "web-prod (222233334444), us-east-1 RDS");
    }
  }

  @Test
  void doesNotSayThatNothingEndsWhereItCouldNotLook() {
    try (StandIn _ = StandIn.start(CommandSample.NOTHING_ENDS, DENIED)) {
      assertThat(Cli.run("check", "--accounts", CommandSample.accounts(directory)).out())
          .startsWith(
              "Nothing was found to end within 60 days of 2026-05-04 (UTC), but not everything"
                  + " could be read.\n");
    }
  }

  @Test
  void endsAtItsDeadlineAndSaysSo() {
    Fault silent =
        Fault.of(Kind.SILENCE, AwsService.RDS)
            .action("DescribeReservedDBInstances")
            .account(CommandSample.WEB);
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION, silent)) {
      Cli cli =
          Cli.run("check", "--accounts", CommandSample.accounts(directory), "--timeout", "2s");

      assertThat(cli.status()).isEqualTo(3);
      assertThat(cli.out())
          .contains("ec2-tools", "ec2-web", "DeadlineExceeded", "Could not be read");
      assertThat(cli.err())
          .contains(
              "Warning: the time ran out, and one place was not read; --timeout gives it more");
    }
  }

  @Test
  void weighsMoreThanAFinding() {
    try (StandIn _ = StandIn.start(CommandSample.ORGANIZATION, DENIED)) {
      assertThat(
              Cli.run(
                      "check",
                      "--accounts",
                      CommandSample.accounts(directory),
                      "--fail-on-expiring")
                  .status())
          .isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SILENCE", "REPEATED_TOKEN"})
  void endsWithThreeAndSaysSoInTheMailWhateverGoesWrong(Kind kind) {
    for (AwsService service : new AwsService[] {AwsService.EC2, AwsService.RDS}) {
      String action =
          service.equals(AwsService.EC2)
              ? "DescribeReservedInstances"
              : "DescribeReservedDBInstances";
      try (StandIn aws =
          StandIn.start(
              CommandSample.ORGANIZATION,
              Fault.of(kind, service).action(action).account(CommandSample.WEB))) {
        Cli cli =
            Cli.runImpatiently(
                PATIENCE,
                "check",
                "--accounts",
                CommandSample.accounts(directory),
                "--publish",
                "--topic-arn",
                CommandSample.TOPIC);

        String label = service.equals(AwsService.EC2) ? "EC2" : "RDS";
        assertThat(cli.status()).isEqualTo(3);
        assertThat(cli.out()).contains("Could not be read", "us-east-1 " + label, "ec2-tools");
        assertThat(aws.messages())
            .singleElement()
            .satisfies(message -> {
              assertThat(message.subject()).contains("; INCOMPLETE, 1 not read");
              assertThat(message.mail())
                  .contains(
                      "INCOMPLETE: 1 target could not be read",
                      "COULD NOT BE READ",
                      "web-prod (222233334444), us-east-1 " + label,
                      "To mend it: ",
                      "ec2-tools");
              assertThat(message.attributes()).containsEntry("complete", "String false");
            });
      }
    }
  }

  @Test
  void isMailedEvenIfNothingEnds() {
    try (StandIn aws = StandIn.start(CommandSample.NOTHING_ENDS, DENIED)) {
      Cli.run(
          "check",
          "--accounts",
          CommandSample.accounts(directory),
          "--publish",
          "--topic-arn",
          CommandSample.TOPIC);

      assertThat(aws.messages())
          .singleElement()
          .satisfies(message -> {
            assertThat(message.subject())
                .isEqualTo("AWS commitments: check INCOMPLETE, 1 target not read: web-prod");
            assertThat(message.mail())
                .startsWith(
                    """
                    INCOMPLETE: 1 target could not be read.
                    In what could be read, no commitment is about to end.
                    """);
          });
    }
  }

  @Test
  void namesEveryReservationThatHasNoEnd() {
    Reservation one =
        Reservation.ec2("us-east-1", "endless-1", "m5.large", 1, "2026-05-05T00:00:00Z")
            .without("end");
    Organization organization =
        Organization.of(
            Member.of("111122223333", one, one.with("reservedInstancesId", "endless-2")),
            Member.of(CommandSample.WEB));
    try (StandIn _ = StandIn.start(organization)) {
      assertThat(Cli.run("render", "--accounts", CommandSample.accounts(directory)).out())
          .contains("commitment endless-1 has no end", "commitment endless-2 has no end");
    }
  }

  @Test
  void warnsOfAStateThatItDoesNotKnowAndReportsTheReservation() {
    Organization organization =
        Organization.of(
            Member.of(
                "111122223333",
                Reservation.rds(
                        "us-east-1",
                        "odd-db",
                        "db.t4g.micro",
                        1,
                        "2025-05-06T10:00:00.000Z",
                        31_536_000)
                    .with("State", "being-exchanged")),
            Member.of(CommandSample.WEB));
    try (StandIn _ = StandIn.start(organization)) {
      Cli cli = Cli.run("check", "--accounts", CommandSample.accounts(directory));

      assertThat(cli.status()).isEqualTo(0);
      assertThat(cli.out()).contains("odd-db");
      assertThat(cli.err())
          .contains(
              "Warning: RDS commitment odd-db in 111122223333, us-east-1 has the state"
                  + " 'being-exchanged', which this version does not know; it is treated as active\n");
    }
  }
}
