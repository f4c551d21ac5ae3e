package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.policy.Purchase;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Tests a check with renewals and with purchases that are not paid. The expiring one is r, four
/// m5.large to 11 May 2026.
class RenewedCheckTest {
  private static final Roster WEB =
      CheckFixture.everybody(Sample.account("web-prod", Sample.WEB, "us-east-1"));
  private static final Purchase EXPIRING = Purchase.ec2("r", 4, "m5.large");
  private static final Purchase TWIN = Purchase.ec2("q", 4, "m5.large").queued();

  private final FakeAws aws = new FakeAws();
  private final List<Alert> sent = new ArrayList<>();
  private final FakeLedger ledger = new FakeLedger();
  private int runs;

  private void found(Purchase... purchases) {
    aws.answers(
        Sample.WEB,
        "us-east-1",
        Service.EC2,
        new Reading(Stream.of(purchases).map(Purchase::commitment).toList(), List.of(), false));
  }

  private static CheckRequest request(String date) {
    return CheckFixture.request(date, WEB);
  }

  private Receipt.Result.Attempt publish(TopicArn topic, Alert alert) {
    sent.add(alert);
    return new Receipt.Result.Sent("m-" + sent.size());
  }

  private Check check() {
    return CheckFixture.check(aws, this::publish);
  }

  private CheckReport run(String date) {
    return check().run(request(date), Stop.onRequest());
  }

  private CheckReport remembering(String date) {
    runs++;
    return CheckFixture.check(aws, this::publish, CheckFixture.keeping(ledger, runs))
        .run(request(date), Stop.onRequest());
  }

  @Test
  void raisesNoAlertForWhatIsRenewed() {
    found(EXPIRING, TWIN);

    CheckReport report = run("2026-05-04");

    assertThat(sent).isEmpty();
    assertThat(report.findings(Expiring.class)).hasSize(1);
    assertThat(report.needsAction()).isFalse();
    assertThat(ReportDocument.of(report).compact())
        .contains("\"commitments\":{\"active\":1,\"expiring\":1}")
        .contains("\"due\":false,\"firstTold\":null")
        .contains(
            "\"renewal\":{\"state\":\"covered\",\"by\":[\"q\"],\"share\":1,\"gapDays\":0,\"gapHours\":0}");
  }

  @Test
  void putsWhatIsRenewedInTheLastSectionOfAMailAboutOthers() {
    found(EXPIRING, TWIN, Purchase.ec2("other", 1, "c5.large").ending("2026-05-20T03:59:59Z"));

    CheckReport report = run("2026-05-04");

    Alert alert = only();
    assertThat(alert.subject()).isEqualTo("1 AWS reservation ends in 16 days: web-prod");
    assertThat(alert.findings(Expiring.class)).hasSize(1);
    assertThat(alert.mail())
        .contains(
            """

            RENEWED ALREADY - nothing to do

              Mon 11 May 2026: web-prod (222233334444), us-east-1, EC2
                4 × m5.large, r by q

            To hear no more of one, add to accounts.json:
            "ignore": [{ "commitmentId": "its id", "until": "YYYY-MM-DD", "reason": "why" }]
            Read: 1 of 1 account\
            """);
    assertThat(alert.json()).contains("\"renewed\":[{\"accountId\":\"222233334444\"");
    assertThat(report.needsAction()).isTrue();
  }

  @Test
  void saysHowMuchIsMissingOfWhatIsRenewedInPart() {
    found(EXPIRING, Purchase.ec2("q", 3, "m5.medium").queued());

    CheckReport report = run("2026-05-04");

    assertThat(only().mail())
        .contains("  renewed in part by q; not renewed: 2.5 of 4 × m5.large\n")
        .doesNotContain("RENEWED ALREADY");
    assertThat(ReportDocument.of(report).compact())
        .contains(
            "\"renewal\":{\"state\":\"partly\",\"by\":[\"q\"],\"share\":0.375,\"gapDays\":0,\"gapHours\":0}");
  }

  @Test
  void announcesWhatIsRenewedOnlyAfterAGap() {
    found(EXPIRING, TWIN.queued("2026-06-01T00:00:00Z"));

    CheckReport report = run("2026-05-04");

    assertThat(only().mail()).contains("  renewed by q, but only after a gap of 21 days\n");
    assertThat(report.needsAction()).isTrue();
    assertThat(ReportDocument.of(report).compact())
        .contains("\"due\":true")
        .contains(
            "\"renewal\":{\"state\":\"covered\",\"by\":[\"q\"],\"share\":1,\"gapDays\":21,\"gapHours\":500}");
  }

  @Test
  void tellsOnceOfARenewalThatMayHaveBeenBoughtForANewUse() {
    found(EXPIRING, Purchase.ec2("b", 4, "m5.large").bought("2026-05-05T04:00:00Z"));
    remembering("2026-05-06");
    CheckReport second = remembering("2026-05-07");
    remembering("2026-05-10");

    assertThat(only().subject()).isEqualTo("AWS commitments: 1 renewed: web-prod");
    assertThat(only().mail())
        .startsWith(
            """
            A commitment that is about to end is renewed; look whether the purchase is meant for it.
            In what could be read, no commitment is about to end that is not renewed.

            RENEWED - look whether it was bought for this, told once

              web-prod (222233334444), us-east-1, EC2
              4 × m5.large, Linux/UNIX, No Upfront, standard
              r, ends Mon 11 May 2026, 03:59 UTC
              renewed by b, which begins 5 days before the end: look whether it was bought for this
            """);
    assertThat(only().json())
        .contains("\"expiring\":[]", "\"renewed\":[{\"accountId\":\"222233334444\"");
    assertThat(second.needsAction()).isFalse();
    assertThat(second.summary().renewed()).hasSize(1);
  }

  @Test
  void doesNotTellAgainOfWhatWasSplitSinceButDoesAtTheNextMilestone() {
    found(EXPIRING);
    remembering("2026-05-04");
    Purchase before =
        Purchase.ec2("r", 4, "m5.large")
            .bought("2025-05-11T04:00:00Z", "2026-05-04T20:00:00Z")
            .in(CommitmentState.Known.RETIRED);
    found(
        before,
        Purchase.ec2("r1", 1, "m5.large").bought("2026-05-04T20:00:01Z", "2026-05-11T03:59:59Z"),
        Purchase.ec2("r2", 3, "m5.large").bought("2026-05-04T20:00:01Z", "2026-05-11T03:59:59Z"));

    CheckReport report = remembering("2026-05-05");

    assertThat(sent).hasSize(1);
    assertThat(ReportDocument.of(report).compact())
        .contains("\"firstTold\":{\"date\":\"2026-05-04\",\"daysLeft\":7}");
    remembering("2026-05-10");
    assertThat(sent.getLast().subject()).isEqualTo("2 AWS reservations end tomorrow: web-prod");
  }

  @Test
  void tellsOnceOfWhatStoppedOnAnUnknownDayAndOnlyReportsItWithoutALedger() {
    found(
        Purchase.ec2("r", 4, "m5.large")
            .bought("2025-12-01T00:00:00Z")
            .in(CommitmentState.Known.RETIRED));

    CheckReport unrecorded = run("2026-05-04");

    assertThat(sent).isEmpty();
    assertThat(ReportDocument.of(unrecorded).compact())
        .contains(
            "\"daysAgo\":null,\"due\":false,\"endedEarly\":true,\"givenBack\":false,\"renewal\":{\"state\":\"none\"");

    remembering("2026-05-04");
    remembering("2026-05-05");

    assertThat(only().subject()).isEqualTo("1 AWS reservation LAPSED EARLY: web-prod");
    assertThat(only().mail())
        .startsWith(
            """
            1 AWS reservation has LAPSED EARLY, on a day that AWS does not say, with nothing in its place.
            What it covered is billed at the on-demand price since.
            """)
        .contains(
            """

            LAPSED EARLY - on a day that AWS does not say

              web-prod (222233334444), us-east-1, EC2
              4 × m5.large, Linux/UNIX, No Upfront, standard
              r, was to end Mon 30 Nov 2026
              To mend it: it ended before a whole term was over; see whether it was sold or its upfront price was not paid, and buy again what is still used
            """);
  }

  @Test
  void saysOfWhatWasGivenBackThatItWas() {
    found(
        Purchase.plan("p", "Compute", "1.00")
            .bought("2026-04-28T00:00:00Z")
            .in(CommitmentState.Known.RETURNED));

    remembering("2026-05-04");

    assertThat(only().subject()).isEqualTo("1 AWS Savings Plan GIVEN BACK: web-prod");
    assertThat(only().mail())
        .startsWith(
            "1 AWS Savings Plan was GIVEN BACK, on a day that AWS does not say, with nothing in its place.\n")
        .contains("  To mend it: buy again what is still used, if that was not meant\n");
  }

  @Test
  void anEndAtMidnightIsTheEndOfTheDayBefore() {
    found(Purchase.ec2("r", 4, "m5.large").ending("2026-05-12T00:00:00Z"));

    run("2026-05-04");

    assertThat(only().subject()).isEqualTo("1 AWS reservation ends in 7 days: web-prod");
    assertThat(only().mail())
        .contains("ENDS IN 7 DAYS - last day Mon 11 May 2026 (UTC)", "r, ends 24:00 UTC\n");
  }

  @Test
  void announcesAtItsMilestoneWhatIsRenewedNoLonger() {
    found(EXPIRING, TWIN);
    remembering("2026-05-04");
    assertThat(sent).isEmpty();

    found(EXPIRING, TWIN.in(CommitmentState.Known.QUEUED_DELETED));
    remembering("2026-05-05");
    remembering("2026-05-06");

    assertThat(only().subject()).isEqualTo("1 AWS reservation ends in 6 days: web-prod");
  }

  @Test
  void countsAsRenewedAndNotAsToldBeforeWhatWasAnnounced() {
    found(EXPIRING, Purchase.ec2("other", 1, "c5.large").ending("2026-05-20T03:59:59Z"));
    remembering("2026-05-04");

    found(
        EXPIRING,
        TWIN,
        Purchase.ec2("other", 1, "c5.large").ending("2026-05-20T03:59:59Z"),
        Purchase.ec2("third", 1, "r5.large").ending("2026-05-21T03:59:59Z"));
    remembering("2026-05-05");

    assertThat(sent.getLast().mail())
        .contains("RENEWED ALREADY")
        .contains("Told before and not repeated: 1 commitment;");
  }

  @Test
  void knowsTheReplacementsInASpreadRun() {
    found(EXPIRING, TWIN, TWIN.in(CommitmentState.Known.PAYMENT_FAILED).withId("f"));
    Check check = check();
    CheckRequest request = request("2026-05-04");

    CheckReport whole = check.run(request, Stop.onRequest());
    String stored = StoredSweep.write(check.read(request, Stop.onRequest()));
    CheckReport spread = check.conclude(request, StoredSweep.read(stored), Stop.onRequest());

    assertThat(spread.summary().renewed()).hasSize(1);
    assertThat(spread.findings(Unpaid.class)).hasSize(1);
    assertThat(ReportDocument.of(spread).compact().replace("m-2", "m-1"))
        .isEqualTo(ReportDocument.of(whole).compact());
  }

  @Test
  void keepsInMemoryOnlyTheUsagesOfWhichSomethingEnds() {
    Purchase sameUsage = Purchase.ec2("far", 4, "m5.xlarge").bought("2026-01-01T00:00:00Z");
    Purchase otherUsage = Purchase.ec2("other", 4, "c5.large").bought("2026-01-01T00:00:00Z");
    found(otherUsage, EXPIRING, TWIN, sameUsage);

    assertThat(check().read(request("2026-05-04"), Stop.onRequest()).kept())
        .extracting(Commitment::id)
        .containsExactly("r", "q", "far");
  }

  @Test
  void announcesAFailedPaymentOnceAndThenOnlyReportsIt() {
    found(TWIN.queued("2026-05-03T00:00:00Z").in(CommitmentState.Known.PAYMENT_FAILED));

    CheckReport first = remembering("2026-05-04");
    CheckReport second = remembering("2026-05-05");

    assertThat(only().subject()).isEqualTo("AWS purchases: 1 not paid: web-prod");
    assertThat(only().mail())
        .startsWith(
            """
            1 AWS purchase is not paid.
            In what could be read, no commitment is about to end.

            NOT PAID - gives no discount

              web-prod (222233334444), us-east-1, EC2
              4 × m5.large, Linux/UNIX, No Upfront, standard
              q, payment-failed, 1 day after its start
              To mend it: mend the payment method of the account that pays, and buy again: a failed purchase cannot be retried
              https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#ReservedInstances:

            To hear no more of one, add to accounts.json:
            "ignore": [{ "commitmentId": "its id", "until": "YYYY-MM-DD", "reason": "why" }]
            Read: 1 of 1 account\
            """);
    assertThat(ReportDocument.of(first).compact())
        .contains("\"troubles\":[{\"accountId\":\"222233334444\"")
        .contains("\"kind\":\"payment-failed\",\"days\":1");
    assertThat(second.findings(Unpaid.class)).hasSize(1);
    assertThat(second.receipts()).isEmpty();
  }

  @Test
  void announcesTwiceAPaymentThatIsPendingAndThenFails() {
    Purchase late = TWIN.queued("2026-05-01T00:00:00Z");
    found(late.in(CommitmentState.Known.PAYMENT_PENDING));
    remembering("2026-05-04");

    found(late.in(CommitmentState.Known.PAYMENT_FAILED));
    remembering("2026-05-05");

    assertThat(sent).hasSize(2);
  }

  @Test
  void putsWhatIsNotPaidAboveWhatEnds() {
    found(EXPIRING, TWIN.in(CommitmentState.Known.PAYMENT_FAILED));

    run("2026-05-04");

    assertThat(only().subject())
        .isEqualTo("1 AWS reservation ends in 7 days; 1 not paid: web-prod");
    assertThat(only().mail()).containsSubsequence("NOT PAID", "ENDS IN 7 DAYS");
    assertThat(only().attributes().minDaysLeft()).hasValue(7);
  }

  @Test
  void sendsEachReservationAloneAndWhatIsNotPaidTogether() {
    found(
        EXPIRING,
        Purchase.ec2("q", 4, "c5.large").queued().in(CommitmentState.Known.PAYMENT_FAILED));

    check()
        .run(
            CheckFixture.request(
                "2026-05-04",
                WEB,
                Grouping.RESERVATION,
                new DeliveryMode.Publish(CheckFixture.TOPIC)),
            Stop.onRequest());

    assertThat(sent)
        .extracting(Alert::subject)
        .containsExactly(
            "1 AWS reservation ends in 7 days: web-prod", "AWS purchases: 1 not paid: web-prod");
  }

  private Alert only() {
    assertThat(sent).hasSize(1);
    return sent.getFirst();
  }
}
