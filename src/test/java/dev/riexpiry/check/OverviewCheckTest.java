package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Cadence;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Narrowing;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.ledger.RecordKeeping;
import dev.riexpiry.ledger.WatchedLedger;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An overview is told once a period. 4 May 2026 is a Monday.
class OverviewCheckTest {
  private static final Account WEB = Sample.account("web-prod", Sample.WEB, "us-east-1");
  private static final Failure REFUSED = new Failure("sns:Publish", "NotFound", "gone", "make it");
  private static final Failure LOST = new Failure("sns:Publish", "Timeout", "late", "look");

  private final FakeAws aws = new FakeAws();
  private final FakeLedger ledger = new FakeLedger();
  private final List<Alert> sent = new ArrayList<>();
  private Receipt.Result.Attempt answer = new Receipt.Result.Sent("m-1");
  private boolean down;
  private int runs;

  @BeforeEach
  void oneEndsInSeventyDays() {
    ends("2026-07-13T03:59:59Z");
  }

  private void ends(String end) {
    aws.answers(
        Sample.WEB,
        "us-east-1",
        Service.EC2,
        new Reading(List.of(Sample.ec2(Sample.WEB, "r-1", end)), List.of(), false));
  }

  private Receipt.Result.Attempt publish(TopicArn topic, Alert alert) {
    if (answer instanceof Receipt.Result.Sent) {
      sent.add(alert);
    }
    return answer;
  }

  private static CheckRequest request(String date, DeliveryMode mode, Grouping grouping) {
    return CheckFixture.request(date, CheckFixture.everybody(WEB), grouping, mode)
        .with(Cadence.WEEKLY);
  }

  private CheckReport run(CheckRequest request) {
    RecordKeeping keeping =
        CheckFixture.keeping(
            new WatchedLedger(
                ledger,
                new WatchedLedger.Watch() {
                  @Override
                  public Optional<Failure> before(String step) {
                    return down ? Optional.of(LOST) : Optional.empty();
                  }

                  @Override
                  public Optional<Failure> after(String step) {
                    return Optional.empty();
                  }
                }),
            runs++);
    return CheckFixture.check(aws, this::publish, keeping).run(request, Stop.onRequest());
  }

  private CheckReport run(String date) {
    return run(request(date, new DeliveryMode.Publish(CheckFixture.TOPIC), Grouping.DIGEST));
  }

  private List<String> subjects() {
    return sent.stream().map(Alert::subject).toList();
  }

  @Test
  void isToldOnceAWeekAlthoughNothingIsDue() {
    run("2026-05-04");
    CheckReport again = run("2026-05-04");
    run("2026-05-05");
    run("2026-05-10");

    assertThat(subjects()).containsExactly("AWS commitments: weekly overview, 1 ends in 90 days");
    assertThat(again.receipts()).isEmpty();

    ends("2026-09-14T03:59:59Z");
    run("2026-05-11");
    assertThat(subjects()).last().isEqualTo("AWS commitments: weekly overview, 0 end in 90 days");
  }

  @Test
  void isToldByTheFirstRunThatCan() {
    answer = new Receipt.Result.Refused(REFUSED);
    CheckReport refused = run("2026-05-04");
    answer = new Receipt.Result.Sent("m-1");
    run("2026-05-05");
    run("2026-05-06");

    assertThat(refused.refusals()).containsExactly(REFUSED);
    assertThat(sent).hasSize(1);
  }

  @Test
  void isToldAgainIfItMayHaveBeenSentAndThenNoMore() {
    answer = new Receipt.Result.Unknown(LOST);
    run("2026-05-04");
    answer = new Receipt.Result.Sent("m-1");
    run("2026-05-05");
    run("2026-05-06");

    assertThat(sent).hasSize(1);
  }

  @Test
  void waitsForALedgerThatCanBeAsked() {
    down = true;
    run("2026-05-04");
    assertThat(sent).isEmpty();
    down = false;
    run("2026-05-05");

    assertThat(sent).hasSize(1);
  }

  @Test
  void comesInTheMailOfWhatIsDueAndIsNoMilestone() {
    ends("2026-05-11T03:59:59Z");
    CheckReport report = run("2026-05-04");
    run("2026-05-05");

    assertThat(subjects())
        .containsExactly("1 AWS reservation ends in 7 days; weekly overview: web-prod");
    assertThat(sent.getFirst().mail())
        .contains("ENDS IN 7 DAYS", "WEEKLY OVERVIEW - what ends in the next 90 days");
    assertThat(sent.getFirst().json()).contains("\"overview\":{\"cadence\":\"weekly\"");
    assertThat(ReportDocument.of(report).compact()).contains("\"overview\":true");
  }

  @Test
  void hasAMailOfItsOwnInTheOtherGroupings() {
    ends("2026-05-11T03:59:59Z");
    run(request("2026-05-04", new DeliveryMode.Publish(CheckFixture.TOPIC), Grouping.ACCOUNT));

    assertThat(subjects())
        .containsExactly(
            "1 AWS reservation ends in 7 days: web-prod",
            "AWS commitments: weekly overview, 1 ends in 90 days");
  }

  @Test
  void isNoAnnouncementOfWhatItShows() {
    run("2026-05-04");
    ends("2026-05-17T03:59:59Z");
    CheckReport report = run("2026-05-05");

    assertThat(report.receipts()).singleElement().extracting("alert.overview").isEqualTo(false);
  }

  @Test
  void aPartOfTheAccountsOrOfThemHasNone() {
    CheckRequest whole =
        request("2026-05-04", new DeliveryMode.Publish(CheckFixture.TOPIC), Grouping.DIGEST);

    run(whole.narrowed(Narrowing.to(List.of(Sample.WEB))));
    run(whole.of(CheckFixture.some(WEB)));

    assertThat(sent).isEmpty();
  }

  @Test
  void aDryRunShowsItOnTheFirstDayAndRecordsNothing() {
    DeliveryMode dry = new DeliveryMode.DryRun(Optional.of(CheckFixture.TOPIC));

    assertThat(run(request("2026-05-04", dry, Grouping.DIGEST).unrecorded()).receipts()).hasSize(1);
    assertThat(run(request("2026-05-05", dry, Grouping.DIGEST).unrecorded()).receipts()).isEmpty();
    assertThat(sent).isEmpty();
    run("2026-05-04");
    assertThat(sent).hasSize(1);
  }

  @Test
  void withoutALedgerTheFirstDayOfThePeriodCounts() {
    for (String date : List.of("2026-05-03", "2026-05-04", "2026-05-05")) {
      CheckFixture.check(aws, this::publish)
          .run(
              request(date, new DeliveryMode.Publish(CheckFixture.TOPIC), Grouping.DIGEST),
              Stop.onRequest());
    }

    assertThat(sent).hasSize(1);
  }

  @Test
  void whereNothingAtAllCouldBeReadThereIsNone() {
    for (Service service : Service.ALL) {
      aws.answers(Sample.WEB, "us-east-1", service, Reading.failed(Sample.denied("x:Y")));
    }
    for (Service service : Service.ALL) {
      aws.answers(Sample.WEB, Service.GLOBAL, service, Reading.failed(Sample.denied("x:Y")));
    }
    run("2026-05-04");

    assertThat(sent).allSatisfy(alert -> assertThat(alert.overview()).isFalse());
  }
}
