package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.LedgerStatus;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.ledger.Lease;
import dev.riexpiry.ledger.Ledger;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import dev.riexpiry.ledger.WatchedLedger;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Tests which findings a check announces, and which it does not announce again.
class RememberingCheckTest {
  private static final Failure SICK =
      new Failure("dynamodb:PutItem", "Throttled", "too fast", "ask less");
  private static final Failure REFUSED = new Failure("sns:Publish", "NotFound", "gone", "make it");
  private static final Failure LOST =
      new Failure("sns:Publish", "Timeout", "SNS did not answer", "see whether it arrived");
  private static final Account WEB = Sample.account("web-prod", Sample.WEB, "us-east-1");
  private static final Account DATA = Sample.account("data-prod", Sample.DATA, "eu-west-1");
  private static final Roster EVERYBODY = CheckFixture.everybody(WEB, DATA);

  private final FakeAws aws = new FakeAws();
  private final List<Alert> sent = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private Ledger ledger = new FakeLedger();
  private Instant now = Instant.parse("2026-05-04T06:00:00Z");
  private boolean refusing;
  private boolean answering = true;
  private Duration publishing = Duration.ZERO;
  private Runnable whilePublishing = () -> {};
  private int runs;

  private void found(AccountId account, Commitment... commitments) {
    aws.answers(
        account, "us-east-1", Service.EC2, new Reading(List.of(commitments), List.of(), false));
  }

  private void broken(boolean is) {
    aws.answers(
        Sample.DATA,
        "eu-west-1",
        Service.RDS,
        is ? Reading.failed(Sample.denied("rds:X")) : new Reading(List.of(), List.of(), false));
  }

  private Receipt.Result.Attempt publish(TopicArn topic, Alert alert) {
    if (refusing) {
      return new Receipt.Result.Refused(REFUSED);
    }
    sent.add(alert);
    now = now.plus(publishing);
    whilePublishing.run();
    if (!answering) {
      return new Receipt.Result.Unknown(LOST);
    }
    return new Receipt.Result.Sent("m-" + sent.size());
  }

  private static CheckRequest request(String date, Account... accounts) {
    return CheckFixture.request(
        date, accounts.length == 0 ? EVERYBODY : CheckFixture.some(accounts));
  }

  private CheckReport run(CheckRequest request) {
    runs++;
    return CheckFixture.check(
            aws,
            this::publish,
            CheckFixture.keeping(
                ledger,
                "run-" + runs,
                () -> now,
                time -> {
                  now = now.plus(time);
                  return true;
                }))
        .run(request, Stop.onRequest());
  }

  private CheckReport run(String date) {
    return run(request(date));
  }

  /// Lets the ledger fail from now on in steps of this name.
  private void failing(String step) {
    ledger =
        new WatchedLedger(
            ledger,
            new WatchedLedger.Watch() {
              @Override
              public Optional<Failure> before(String name) {
                steps.add(name);
                return name.matches(step) ? Optional.of(SICK) : Optional.empty();
              }

              @Override
              public Optional<Failure> after(String name) {
                return Optional.empty();
              }
            });
  }

  @Test
  void announcesAMilestoneOnceAndLaterOnlyListsIt() {
    found(Sample.WEB, Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"));

    CheckReport first = run("2026-05-04");
    CheckReport second = run("2026-05-05");

    assertThat(sent).hasSize(1);
    assertThat(second.findings(Expiring.class)).hasSize(1);
    assertThat(second.receipts()).isEmpty();
    assertThat(ReportDocument.of(first).compact()).contains("\"due\":true,\"firstTold\":null");
    assertThat(ReportDocument.of(second).compact())
        .contains("\"due\":false,\"firstTold\":{\"date\":\"2026-05-04\",\"daysLeft\":7}");
    assertThat(second.ledger())
        .isEqualTo(new LedgerStatus(Optional.of("fake"), LedgerStatus.State.WRITTEN, 0));
  }

  @Test
  void catchesUpMissedRunsByOneAlertForTheTightestMilestone() {
    found(Sample.WEB, Sample.ec2(Sample.WEB, "r-1", "2026-07-03T12:00:00Z"));

    run("2026-05-04");
    CheckReport late = run("2026-07-02");
    run("2026-07-03");

    assertThat(late.findings(Expiring.class)).extracting(Expiring::milestone).containsExactly(1);
    assertThat(sent).hasSize(2);
    assertThat(sent.getLast().mail())
        .contains("ENDS TOMORROW")
        .contains("first told 60 days before the end (Mon 4 May 2026)");
  }

  @Test
  void tellsNoWiderMilestoneAfterATighterOne() {
    found(
        Sample.WEB,
        Sample.ec2(Sample.WEB, "told-at-7", "2026-05-11T03:59:59Z"),
        Sample.ec2(Sample.WEB, "not-told", "2026-07-01T12:00:00Z"));

    run("2026-05-04");
    found(
        Sample.WEB,
        Sample.ec2(Sample.WEB, "told-at-7", "2026-05-11T03:59:59Z"),
        Sample.ec2(Sample.WEB, "new", "2026-05-12T12:00:00Z"));
    CheckReport late = run("2026-05-03");

    assertThat(late.findings(Expiring.class))
        .extracting(item -> item.commitment().id(), Expiring::milestone)
        .containsExactly(tuple("told-at-7", 30), tuple("new", 30));
    assertThat(sent).hasSize(2);
    assertThat(sent.getLast().findings())
        .extracting(finding -> ((Expiring) finding).commitment().id())
        .containsExactly("new");
    assertThat(ReportDocument.of(late).compact())
        .contains("\"due\":false,\"firstTold\":{\"date\":\"2026-05-04\",\"daysLeft\":7}");
  }

  @Test
  void announcesAnotherEndAnew() {
    found(Sample.WEB, Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"));
    run("2026-05-04");
    found(Sample.WEB, Sample.ec2(Sample.WEB, "r-1", "2026-05-10T03:59:59Z"));
    run("2026-05-04");

    assertThat(sent).hasSize(2);
  }

  @Test
  void announcesOnlyWhatIsNewAndCountsTheRest() {
    Commitment known = Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z");
    found(Sample.WEB, known);
    run("2026-05-04");
    found(Sample.WEB, known, Sample.ec2(Sample.WEB, "r-2", "2026-05-12T03:59:59Z"));
    run("2026-05-05");

    assertThat(sent.getLast().subject()).isEqualTo("1 AWS reservation ends in 7 days: web-prod");
    assertThat(sent.getLast().mail())
        .contains("Told before and not repeated: 1 commitment; the report lists them.")
        .doesNotContain("r-1");
  }

  @Test
  void recordsNothingInADryRunAndNothingOfAChosenDay() {
    found(Sample.WEB, Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"));
    failing("none");

    CheckReport dry = run(request("2026-05-04").dry());
    run(request("2026-05-04").unrecorded());

    assertThat(steps).containsOnly("outages", "acknowledgements", "entries", "knownAccounts");
    assertThat(dry.ledger().state()).isEqualTo(LedgerStatus.State.READ);
    assertThat(ReportDocument.of(dry).compact()).contains("\"due\":true");
    assertThat(sent).hasSize(1);
  }

  @Test
  void showsInADryRunWhatWasAnnouncedBefore() {
    found(Sample.WEB, Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"));
    run("2026-05-04");

    CheckReport dry = run(request("2026-05-05").dry());

    assertThat(dry.receipts()).isEmpty();
    assertThat(ReportDocument.of(dry).compact()).contains("\"due\":false");
  }

  @Test
  void releasesWhatSnsRefusedSoThatARetryAnnouncesItAtOnce() {
    found(Sample.WEB, Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"));
    refusing = true;
    assertThat(run("2026-05-04").refusals()).containsExactly(REFUSED);
    refusing = false;
    Instant before = now;

    run("2026-05-04");

    assertThat(sent).hasSize(1);
    assertThat(now).isEqualTo(before);
  }

  @Test
  void announcesAgainAsARepeatWhatMayHaveBeenSent() {
    found(Sample.WEB, Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"));
    answering = false;
    CheckReport lost = run("2026-05-04");
    answering = true;

    now = now.plus(Duration.ofDays(1));
    CheckReport next = run("2026-05-05");
    run("2026-05-06");

    assertThat(lost.refusals()).isEmpty();
    assertThat(lost.unsent()).containsExactly(LOST);
    assertThat(ReportDocument.of(lost).compact()).contains("\"state\":\"unknown\"");
    assertThat(next.unsent()).isEmpty();
    assertThat(sent).hasSize(2);
    assertThat(sent.getFirst().mail()).doesNotContain("may be a repeat");
    assertThat(sent.getFirst().json()).doesNotContain("mayBeRepeats");
    assertThat(sent.getLast().mail())
        .contains("This may be a repeat: an earlier run may have told this already");
    assertThat(sent.getLast().json()).contains("\"mayBeRepeats\":1");
  }

  @Test
  void saysHowManyOfTheFindingsMayBeRepeats() {
    Commitment known = Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z");
    found(Sample.WEB, known);
    answering = false;
    run("2026-05-04");
    refusing = true;
    now = now.plus(Duration.ofHours(1));
    run("2026-05-04");
    refusing = false;
    answering = true;
    found(Sample.WEB, known, Sample.ec2(Sample.WEB, "r-2", "2026-05-11T03:59:59Z"));

    now = now.plus(Duration.ofHours(1));
    run("2026-05-04");

    assertThat(sent.getLast().mail()).contains("may have told 1 of these already");
  }

  @Test
  void callsTheSameOutageARepeatOnTheNextDayAndTellsItsEnd() {
    broken(true);
    answering = false;
    run("2026-05-04");
    answering = true;
    now = now.plus(Duration.ofDays(1));
    run("2026-05-05");
    broken(false);
    now = now.plus(Duration.ofDays(1));
    run("2026-05-06");

    assertThat(sent).hasSize(3);
    assertThat(sent.get(1).mail())
        .contains("Unreadable since Mon 4 May 2026.", "This may be a repeat");
    assertThat(sent.getLast().subject()).contains("1 target can be read again");
  }

  private void notOffered(Failure failure) {
    aws.answers(Sample.DATA, "eu-west-1", Service.RDS, Reading.failed(failure));
  }

  @Test
  void tellsOnceThatSomethingIsNotOfferedAndListsItFromThenOn() {
    notOffered(Failure.notOffered("rds:X", "InvalidAction: none such"));

    CheckReport first = run("2026-05-04");
    CheckReport second = run("2026-05-05");
    CheckReport muchLater = run("2026-08-30");

    assertThat(first.complete()).isFalse();
    assertThat(sent)
        .singleElement()
        .satisfies(alert ->
            assertThat(alert.mail()).contains("COULD NOT BE READ", "InvalidAction: none such"));
    assertThat(List.of(second, muchLater))
        .allSatisfy(report -> {
          assertThat(report.complete()).isTrue();
          assertThat(report.findings()).isEmpty();
          assertThat(report.summary().counts().targetsUnreadable()).isZero();
          assertThat(ReportDocument.of(report).compact())
              .contains("\"complete\":true")
              .contains("\"unreadable\":[],\"notOffered\":[{\"accountId\":\"333344445555\"");
        });
  }

  @Test
  void tellsAnewWhatIsNotOfferedAndThenRefused() {
    notOffered(Failure.notOffered("rds:X", "InvalidAction: none such"));
    run("2026-05-04");
    broken(true);
    CheckReport refused = run("2026-05-05");
    notOffered(Failure.notOffered("rds:X", "InvalidAction: none such"));
    CheckReport settled = run("2026-05-06");

    assertThat(refused.complete()).isFalse();
    assertThat(sent).hasSize(2);
    assertThat(settled.complete()).isTrue();
  }

  @Test
  void tellsAnEndOfWhatWasNotOfferedOnceItIsRead() {
    notOffered(Failure.notOffered("rds:X", "InvalidAction: none such"));
    run("2026-05-04");
    run("2026-05-05");
    broken(false);
    run("2026-05-06");
    run("2026-05-07");

    assertThat(sent).hasSize(2);
    assertThat(sent.getLast().subject()).contains("1 target can be read again");
  }

  @Test
  void nothingIsSettledWhileTheLedgerCannotBeAsked() {
    notOffered(Failure.notOffered("rds:X", "InvalidAction: none such"));
    run("2026-05-04");
    failing("entries");

    assertThat(run("2026-05-05").complete()).isFalse();
  }

  @Test
  void aPlaceWithAnotherFailureBesideIsNotSettled() {
    aws.answers(
        Sample.DATA,
        "eu-west-1",
        Service.RDS,
        new Reading(
            List.of(),
            List.of(
                Failure.notOffered("rds:X", "InvalidAction: none such"), Sample.denied("rds:X")),
            false));
    run("2026-05-04");

    assertThat(run("2026-05-05").complete()).isFalse();
  }

  @Test
  void tellsAnEndAgainThatMayHaveBeenTold() {
    broken(true);
    run("2026-05-04");
    broken(false);
    answering = false;
    now = now.plus(Duration.ofDays(1));
    run("2026-05-05");
    answering = true;
    now = now.plus(Duration.ofDays(1));
    run("2026-05-06");
    run("2026-05-07");

    assertThat(sent).hasSize(3);
    assertThat(sent.getLast().subject()).contains("1 target can be read again");
    assertThat(sent.getLast().mail()).contains("This may be a repeat");
  }

  @Test
  void callsARepeatWhatAnotherRunTookOverWhileThisOneWasSlow() {
    Commitment slow = Sample.ec2(Sample.WEB, "r-2", "2026-05-11T02:00:00Z");
    found(Sample.WEB, Sample.ec2(Sample.WEB, "r-1", "2026-05-11T01:00:00Z"), slow);
    publishing = Lease.LENGTH.plusSeconds(2);
    whilePublishing =
        () -> {
          publishing = Duration.ZERO;
          whilePublishing = () -> {};
          ledger.claim(
              Sample.expiring(slow, 7, 7).announcement(),
              new Lease("dead", now, now.plusMillis(500)));
        };

    run(oneEach());

    assertThat(sent).hasSize(2);
    assertThat(sent.getLast().mail()).contains("r-2", "This may be a repeat");
  }

  @Test
  void waitsForTheClaimOfADeadRunAndTakesItOver() {
    Commitment commitment = Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z");
    found(Sample.WEB, commitment);
    Instant died = now;
    ledger.claim(Sample.expiring(commitment, 7, 7).announcement(), Lease.of("dead", died));

    run("2026-05-04");

    assertThat(sent).hasSize(1);
    assertThat(Duration.between(died, now)).isEqualTo(Lease.LENGTH);
  }

  @Test
  void announcesAnewAPlaceThatBreaksAfterARunDiedAnnouncingItsEnd() {
    broken(true);
    run(request("2026-05-04"));
    broken(false);
    whilePublishing =
        () -> {
          throw new IllegalStateException("the process died");
        };
    assertThatThrownBy(() -> run(request("2026-05-05"))).hasMessage("the process died");
    whilePublishing = () -> {};
    now = now.plus(Duration.ofMinutes(5));
    refusing = true;
    run(request("2026-05-05"));
    refusing = false;
    broken(true);
    int before = sent.size();

    run(request("2026-05-06"));

    assertThat(sent).hasSize(before + 1);
    assertThat(sent.getLast().mail()).contains("COULD NOT BE READ");
  }

  private static CheckRequest oneEach() {
    return CheckFixture.request(
        "2026-05-04",
        EVERYBODY,
        Grouping.RESERVATION,
        new DeliveryMode.Publish(CheckFixture.TOPIC));
  }

  @Test
  void renewsClaimsThatMayEndBeforeTheyAreAnnounced() {
    found(
        Sample.WEB,
        Sample.ec2(Sample.WEB, "r-1", "2026-05-11T01:00:00Z"),
        Sample.ec2(Sample.WEB, "r-2", "2026-05-11T02:00:00Z"),
        Sample.ec2(Sample.WEB, "r-3", "2026-05-11T03:00:00Z"));
    failing("none");
    publishing = Duration.ofSeconds(25);

    run(oneEach());

    assertThat(sent).hasSize(3);
    assertThat(steps)
        .containsSubsequence("claim", "claim", "claim", "confirm", "confirm", "claim", "confirm");
  }

  @Test
  void leavesOutWhatAnotherRunHasAnnouncedMeanwhile() {
    Commitment slow = Sample.ec2(Sample.WEB, "r-2", "2026-05-11T02:00:00Z");
    found(Sample.WEB, Sample.ec2(Sample.WEB, "r-1", "2026-05-11T01:00:00Z"), slow);
    publishing = Lease.LENGTH.plusSeconds(2);
    whilePublishing =
        () -> {
          LocalDate today = LocalDate.parse("2026-05-04");
          ledger.confirm(Sample.expiring(slow, 7, 7).announcement(), new LedgerEntry(today, today));
        };

    CheckReport report = run(oneEach());

    assertThat(sent).singleElement().extracting(Alert::mail).asString().contains("r-1");
    assertThat(ReportDocument.of(report).compact()).contains("\"due\":true", "\"due\":false");
  }

  @Test
  void announcesWhereTheLedgerFailsAndSaysThatItMayBeARepeat() {
    found(Sample.WEB, Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"));
    failing("claim");

    CheckReport report = run("2026-05-04");

    assertThat(sent.getLast().mail())
        .contains("This may be a repeat")
        .contains("dynamodb:PutItem: Throttled, too fast")
        .contains("To mend it: ask less");
    assertThat(report.ledger().state()).isEqualTo(LedgerStatus.State.FAILED);
    assertThat(report.warnings()).singleElement().asString().contains("may be a repeat");
    assertThat(steps).as("so that the next run is silent").contains("confirm");
  }

  @Test
  void warnsWhereWhatWasAnnouncedCouldNotBeRecorded() {
    found(Sample.WEB, Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"));
    failing("confirm");

    CheckReport report = run("2026-05-04");

    assertThat(sent).hasSize(1);
    assertThat(report.warnings()).singleElement().asString().contains("could be recorded");
  }

  @Test
  void asksASickLedgerNoMoreAfterAFewCalls() {
    found(
        Sample.WEB,
        IntStream.range(0, 500)
            .mapToObj(i -> Sample.ec2(Sample.WEB, "r-" + i, "2026-05-11T03:59:59Z"))
            .toArray(Commitment[]::new));
    failing(".*");

    CheckReport report = run("2026-05-04");

    assertThat(steps).hasSize(2);
    assertThat(report.receipts()).isNotEmpty();
    assertThat(report.receipts())
        .flatExtracting(receipt -> receipt.alert().findings(Expiring.class))
        .hasSize(500);
  }

  @Test
  void announcesAnOutageOnceThenWeeklyAndItsEndOnce() {
    broken(true);
    List<Integer> told = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      if (day == 16) {
        broken(false);
      }
      int before = sent.size();
      CheckReport report = run(LocalDate.parse("2026-05-04").plusDays(day).toString());
      assertThat(report.complete()).isEqualTo(day >= 16);
      if (sent.size() > before) {
        told.add(day);
      }
    }

    assertThat(told).containsExactly(0, 7, 14, 16);
    assertThat(sent.get(1).mail()).contains("Unreadable since Mon 4 May 2026.");
    assertThat(sent.getLast().subject())
        .isEqualTo("AWS commitments: 1 target can be read again: data-prod");
    assertThat(sent.getLast().mail())
        .contains("data-prod (333344445555), unreadable since Mon 4 May 2026: eu-west-1 RDS");
  }

  @Test
  void announcesAnewAPlaceThatBreaksOnTheDayItWasRestored() {
    for (int time = 0; time < 6; time++) {
      broken(time % 2 == 0);
      run("2026-05-04");
    }
    run("2026-05-05");

    assertThat(sent)
        .extracting(Alert::subject)
        .containsExactly(
            "AWS commitments: check INCOMPLETE, 1 target not read: data-prod",
            "AWS commitments: 1 target can be read again: data-prod",
            "AWS commitments: check INCOMPLETE, 1 target not read: data-prod",
            "AWS commitments: 1 target can be read again: data-prod",
            "AWS commitments: check INCOMPLETE, 1 target not read: data-prod",
            "AWS commitments: 1 target can be read again: data-prod");
  }

  @Test
  void keepsGoodNewsUntilItCanBeRecorded() {
    broken(true);
    run("2026-05-04");
    broken(false);
    Ledger healthy = ledger;
    failing("claim");

    CheckReport sick = run("2026-05-05");
    ledger = healthy;
    run("2026-05-06");
    run("2026-05-07");

    assertThat(sick.receipts()).isEmpty();
    assertThat(sick.warnings()).singleElement().asString().contains("Throttled");
    assertThat(sent)
        .extracting(Alert::subject)
        .containsExactly(
            "AWS commitments: check INCOMPLETE, 1 target not read: data-prod",
            "AWS commitments: 1 target can be read again: data-prod");
  }

  @Test
  void saysInOneLineThatAKnownOutageStaysWhereAMailGoesOutAnyway() {
    broken(true);
    run("2026-05-04");
    found(Sample.WEB, Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"));

    CheckReport report = run("2026-05-05");

    assertThat(report.complete()).isFalse();
    assertThat(ReportDocument.of(report).compact())
        .contains("\"since\":\"2026-05-04\",\"due\":false");
    assertThat(sent.getLast().mail())
        .contains("INCOMPLETE: still unreadable, as told before: 1 target; the report says why.")
        .doesNotContain("COULD NOT BE READ");
    assertThat(sent.getLast().attributes().complete()).isFalse();
  }

  @Test
  void knowsNothingOfTheTargetsOfAnAccountThatItCannotEnter() {
    broken(true);
    run("2026-05-04");
    aws.closes(Sample.DATA, Sample.denied("sts:AssumeRole"));
    CheckReport closed = run("2026-05-05");

    assertThat(closed.findings(Restored.class)).isEmpty();
    assertThat(sent).hasSize(2);
    assertThat(sent.getLast().subject()).contains("1 account not read");
  }

  @Test
  void leavesAccountsAloneThatItDoesNotRead() {
    broken(true);
    run("2026-05-04");
    broken(false);

    run(request("2026-05-05", WEB));
    assertThat(sent).hasSize(1);

    run(request("2026-05-05", DATA));
    assertThat(sent).hasSize(2);
  }

  @Test
  void readsFirstWhatTheLastRunHadNoTimeFor() {
    aws.answers(
        Sample.DATA,
        "eu-west-1",
        Service.RDS,
        Reading.failed(Stop.after(Duration.ZERO).failure("rds:X")));
    run("2026-05-05");
    int signedIn = aws.signedIn().size();

    run("2026-05-06");

    assertThat(aws.signedIn().subList(signedIn, aws.signedIn().size()))
        .containsExactly(Sample.DATA, Sample.WEB);
  }
}
