package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.Sold;
import dev.riexpiry.standin.StandIn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Renewals and payments from the wire to the terminal: as of 4 May 2026.
class RenewalOutputTest {
  private static final Reservation EXPIRING =
      Reservation.ec2("us-east-1", "ri-old", "m5.large", 4, "2026-05-11T03:59:59Z");
  private static final Reservation QUEUED =
      Reservation.ec2("us-east-1", "ri-new", "m5.xlarge", 2, "2027-05-11T03:59:59Z")
          .with("start", "2026-05-11T04:00:00.000Z")
          .with("state", "queued");
  private static final Reservation PLAN =
      Sold.savingsPlan("plan-old", "2025-05-20T00:00:00.000Z", "2026-05-19T23:59:59.000Z")
          .with("commitment", "1.00000000");
  private static final Reservation SMALLER_PLAN =
      Sold.savingsPlan("plan-new", "2026-06-01T00:00:00.000Z", "2027-05-31T23:59:59.000Z")
          .with("commitment", "0.40000000")
          .with("state", "queued");
  private static final Reservation FAILED =
      Reservation.ec2("us-east-1", "ri-failed", "c5.large", 1, "2027-05-01T03:59:59Z")
          .with("start", "2026-05-01T04:00:00.000Z")
          .with("state", "payment-failed");

  @TempDir private Path directory;

  private Cli check(Reservation[] reservations, String... options) {
    Organization organization =
        Organization.of(Member.of("111122223333"), Member.of(CommandSample.WEB, reservations));
    try (StandIn _ = StandIn.start(organization)) {
      String[] args = new String[options.length + 3];
      args[0] = "check";
      args[1] = "--accounts";
      args[2] = CommandSample.accounts(directory);
      System.arraycopy(options, 0, args, 3, options.length);
      return Cli.run(args);
    }
  }

  private static Reservation[] all(Reservation... reservations) {
    return reservations;
  }

  @Test
  void theTableSaysWhatIsRenewedAndWhatIsNotPaid() {
    assertThat(check(all(EXPIRING, QUEUED, PLAN, SMALLER_PLAN, FAILED)).out())
        .isEqualTo(
            """
            DAYS  LAST DAY    ACCOUNT                  WHAT                                                  RENEWED            REGION     SERVICE        ID
               7  2026-05-11  web-prod (222233334444)  4 × m5.large, Linux/UNIX, No Upfront, standard        yes                us-east-1  EC2            ri-old
              15  2026-05-19  web-prod (222233334444)  Compute Savings Plan of 1.00 USD an hour, No Upfront  40 %, gap of 13 d  global     Savings Plans  plan-old

            Not paid; gives no discount:
              web-prod (222233334444), us-east-1, EC2: 1 × c5.large, Linux/UNIX, No Upfront, standard, ri-failed
                payment-failed, 3 days after its start
                To mend it: mend the payment method of the account that pays, and buy again: a failed purchase cannot be retried

            Accounts: 2 of 2 read; targets: 20 read, 0 unreadable; commitments: 2 active, 2 expiring; as of 2026-05-04 (UTC)
            """);
  }

  @Test
  void theCsvSaysByWhomAndHowMuch() {
    assertThat(check(all(EXPIRING, QUEUED, PLAN, SMALLER_PLAN), "--output", "csv").out().lines())
        .satisfiesExactly(
            header -> assertThat(header).contains(",renewal,renewedBy,renewedShare,gapDays,"),
            renewed -> assertThat(renewed).contains(",ri-old,").contains(",covered,ri-new,1,0,"),
            partly ->
                assertThat(partly).contains(",plan-old,").contains(",partly,plan-new,0.4,13,"));
  }

  @Test
  void theStatusOfTenIsForWhatIsNotRenewed() {
    assertThat(check(all(EXPIRING, QUEUED), "--fail-on-expiring").status()).isZero();
    assertThat(check(all(EXPIRING), "--fail-on-expiring").status()).isEqualTo(10);
    assertThat(check(all(PLAN, SMALLER_PLAN), "--fail-on-expiring").status()).isEqualTo(10);
    assertThat(check(all(FAILED), "--fail-on-expiring").status()).isZero();
  }

  @Test
  void whatEndsUnrenewedIsPaintedAndWhatIsRenewedIsNot() {
    Organization organization =
        Organization.of(Member.of("111122223333"), Member.of(CommandSample.WEB, EXPIRING, QUEUED));
    try (StandIn _ = StandIn.start(organization)) {
      assertThat(Cli.runOnTerminal("check", "--accounts", CommandSample.accounts(directory)).out())
          .contains("ri-old")
          .doesNotContain("\u001B[31m");
    }
  }

  @Test
  void withoutAnAlertItSaysThatAllIsRenewed() {
    Organization organization =
        Organization.of(Member.of("111122223333"), Member.of(CommandSample.WEB, EXPIRING, QUEUED));
    try (StandIn _ = StandIn.start(organization)) {
      assertThat(Cli.run("render", "--accounts", CommandSample.accounts(directory)).err())
          .contains("No alert: what is expiring is renewed already, and everything was read.");
    }
  }

  private static final Reservation HALF =
      Reservation.ec2("us-east-1", "ri-half", "m5.xlarge", 1, "2027-05-11T03:59:59Z")
          .with("start", "2026-05-11T04:00:00.000Z")
          .with("state", "queued");
  private static final Reservation EARLIER =
      Reservation.ec2("us-east-1", "ri-earlier", "m5.large", 2, "2027-04-16T03:59:59Z")
          .with("start", "2026-04-16T04:00:00.000Z");

  @Test
  void besideWhatTakesOverAPartTheCandidatesForTheRestAreNamed() {
    Reservation[] all = all(EXPIRING, HALF, EARLIER);

    assertThat(check(all).out()).contains("  50 %, perhaps more  ");
    assertThat(check(all, "--output", "json").out())
        .contains("\"state\" : \"partly\"", "\"perhaps\" : [\n");
    assertThat(render(all))
        .contains(
            "renewed in part by ri-half; not renewed: 2 of 4 × m5.large, or perhaps by ri-earlier,"
                + " which begins 24 days before the end: look whether it was bought for this");
  }

  private String render(Reservation... reservations) {
    Organization organization =
        Organization.of(Member.of("111122223333"), Member.of(CommandSample.WEB, reservations));
    try (StandIn _ = StandIn.start(organization)) {
      return Cli.run("render", "--accounts", CommandSample.accounts(directory)).out();
    }
  }

  @Test
  void anAlertDoesNotCountAsExpiringWhatItTellsAsRenewed() throws JsonProcessingException {
    Reservation overlapping =
        Reservation.ec2("us-east-1", "ri-new", "m5.large", 4, "2027-05-09T03:59:59Z")
            .with("start", "2026-05-09T04:00:00.000Z")
            .with("state", "queued");

    JsonNode alert =
        new ObjectMapper()
            .readTree(check(all(EXPIRING, overlapping), "--output", "json").out())
            .path("alerts")
            .path(0);

    assertThat(alert.path("expiring").asInt()).isZero();
    assertThat(alert.path("renewed").asInt()).isEqualTo(1);
  }
}
