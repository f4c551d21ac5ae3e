package dev.riexpiry.check;

import static dev.riexpiry.payer.FakeCostExplorer.reservation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.account.Routing;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Guidance;
import dev.riexpiry.finding.Guidance.Guided;
import dev.riexpiry.finding.Guidance.Reason;
import dev.riexpiry.finding.Guidance.Whole;
import dev.riexpiry.finding.Narrowing;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.ledger.Ledger;
import dev.riexpiry.ledger.WatchedLedger;
import dev.riexpiry.payer.FakeCostExplorer;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.policy.IgnoreRule;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two accounts with two targets each, EC2 and Dedicated Hosts, of which the payer lists one
/// reservation in `web`, and nothing in `data`.
class GuidedCheckTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-05-04");
  private static final String START = "2025-05-31T08:00:00Z";
  private static final String END = "2026-05-31T07:59:59Z";
  private static final Failure DENIED =
      new Failure("ec2:DescribeReservedInstances", "AccessDenied", "no", "mend the role");

  private final FakeAws aws = new FakeAws();
  private final List<String> mails = new ArrayList<>();
  private FakeCostExplorer explorer = new FakeCostExplorer(Sample.TOOLS);
  private Ledger ledger = new FakeLedger();
  private Roster roster = roster(Sample.WEB, Sample.DATA);
  private int runs;

  @BeforeEach
  void holdOneReservation() {
    aws.answers(
        Sample.WEB,
        "us-east-1",
        Service.EC2,
        new Reading(List.of(Sample.ec2(Sample.WEB, "r-1", END)), List.of(), false));
    explorer.lists(
        Service.EC2, reservation(Sample.WEB, "r-1", START, END, "numberOfInstances", "4"));
  }

  private static Account account(AccountId id) {
    return new Account(
        "a-" + id,
        id,
        RemoteRole.parse("reader"),
        Optional.empty(),
        new RegionChoice.Listed(List.of("us-east-1")),
        List.of(Service.EC2, Service.EC2_HOST),
        Optional.empty(),
        Optional.empty());
  }

  /// The roster of two accounts, of which the payer pays for some.
  private static Roster roster(AccountId... members) {
    return new Roster(
        List.of(account(Sample.WEB), account(Sample.DATA)),
        List.of(),
        true,
        IgnoreRules.NONE,
        List.of(),
        Optional.empty(),
        Optional.of(
            new PayerScope(
                Optional.empty(), Optional.empty(), Optional.empty(), Service.ALL, Set.of(), true)),
        OwnerTags.DEFAULT,
        List.of(members).stream().collect(Collectors.toMap(id -> id, _ -> Sample.TOOLS)),
        Routing.NONE,
        Optional.empty());
  }

  private CheckReport run(LocalDate day) {
    return run(CheckFixture.request(day.toString(), roster));
  }

  private CheckReport run(CheckRequest request) {
    Instant now = request.checkDate().date().atTime(6, 0).toInstant(ZoneOffset.UTC);
    return CheckFixture.check(
            aws,
            (_, alert) -> {
              mails.add(alert.mail());
              return new Receipt.Result.Sent("m-1");
            },
            Optional.of(CheckFixture.keeping(ledger, runs++)),
            new PayerInquiry(explorer, () -> now))
        .run(request, Stop.onRequest());
  }

  private static Guidance guidance(CheckReport report) {
    return report.summary().terms().guidance();
  }

  @Test
  void theFirstRunAsksAllAndTheNextOnlyWherePayerOrServiceLeaveItOpen() {
    CheckReport first = run(MONDAY);
    CheckReport second = run(MONDAY.plusDays(1));

    assertThat(guidance(first)).isEqualTo(new Whole(Reason.DUE));
    assertThat(first.summary().counts().targetsRead()).isEqualTo(4);
    assertThat(first.summary().counts().notAsked()).isZero();
    assertThat(guidance(second)).isEqualTo(new Guided(MONDAY));
    assertThat(second.summary().counts().targetsRead()).isEqualTo(3);
    assertThat(second.summary().counts().notAsked()).isOne();
    assertThat(second.complete()).isTrue();
    assertThat(second.findings(Expiring.class)).hasSize(1);
  }

  @Test
  void reportAndMailSayWhichItWas() {
    CheckReport first = run(MONDAY);
    CheckReport second = run(LocalDate.parse("2026-05-10"));

    assertThat(ReportDocument.of(first).compact())
        .contains("\"targets\":{\"read\":4,\"unreadable\":0,\"notAsked\":0}")
        .contains("\"guidance\":{\"asked\":\"all\",\"reason\":\"due\"}");
    assertThat(ReportDocument.of(second).compact())
        .contains("\"targets\":{\"read\":3,\"unreadable\":0,\"notAsked\":1}")
        .contains("\"guidance\":{\"asked\":\"guided\",\"since\":\"2026-05-04\"}");
    assertThat(mails.getFirst())
        .contains("All was asked, not only where the payer lists something: once a week it is.\n");
  }

  @Test
  void theMailOfAGuidedRunSaysHowMuchWasNotAskedAndWhenAllWas() {
    run(MONDAY);
    aws.closes(Sample.DATA, new Failure("sts:AssumeRole", "AccessDenied", "no", "mend it"));
    explorer.lists(Service.EC2, reservation(Sample.DATA, "r-2", START, END));

    run(MONDAY.plusDays(1));

    assertThat(mails.getLast())
        .contains(
            "Not asked, for the payer lists nothing there: 0 targets; all was asked on Mon 4 May 2026.\n");
  }

  @Test
  void afterAWeekAllIsAskedUntilOneRunHasHadTheTimeForIt() {
    run(MONDAY);
    aws.answers(
        Sample.DATA,
        "us-east-1",
        Service.EC2,
        Reading.failed(
            new Failure("ec2:DescribeReservedInstances", Failure.DEADLINE_EXCEEDED, "no", "wait")));
    CheckReport late = run(MONDAY.plusDays(7));
    aws.answers(Sample.DATA, "us-east-1", Service.EC2, new Reading(List.of(), List.of(), false));

    assertThat(guidance(run(MONDAY.plusDays(6)))).isEqualTo(new Guided(MONDAY));
    assertThat(guidance(late)).isEqualTo(new Whole(Reason.DUE));
    assertThat(guidance(run(MONDAY.plusDays(8)))).isEqualTo(new Whole(Reason.DUE));
    assertThat(guidance(run(MONDAY.plusDays(9)))).isEqualTo(new Guided(MONDAY.plusDays(8)));
  }

  @Test
  void aPlaceWithAnOpenGapIsAskedAndRestoredOnlyByAnAnswer() {
    run(MONDAY);
    aws.answers(Sample.DATA, "us-east-1", Service.EC2, Reading.failed(DENIED));
    explorer.lists(Service.EC2, reservation(Sample.DATA, "r-2", START, END));
    CheckReport unread = run(MONDAY.plusDays(1));
    explorer = new FakeCostExplorer(Sample.TOOLS);
    explorer.lists(Service.EC2, reservation(Sample.WEB, "r-1", START, END));

    CheckReport still = run(MONDAY.plusDays(2));
    aws.answers(Sample.DATA, "us-east-1", Service.EC2, new Reading(List.of(), List.of(), false));
    CheckReport again = run(MONDAY.plusDays(3));

    assertThat(unread.findings(Unread.class)).hasSize(1);
    assertThat(still.findings(Unread.class)).hasSize(1);
    assertThat(guidance(again)).isEqualTo(new Guided(MONDAY));
    assertThat(again.findings(Restored.class)).hasSize(1);
    assertThat(run(MONDAY.plusDays(4)).summary().counts().notAsked()).isOne();
  }

  @Test
  void whatTheWholeSweepFoundIsAskedThoughThePayerListsItNoMore() {
    run(MONDAY);
    explorer = new FakeCostExplorer(Sample.TOOLS);
    explorer.lists(Service.RDS, reservation(Sample.WEB, "r-9", START, END));

    CheckReport report = run(MONDAY.plusDays(1));

    assertThat(guidance(report)).isEqualTo(new Guided(MONDAY));
    assertThat(report.findings(Expiring.class)).isNotEmpty();
    assertThat(report.summary().counts().notAsked()).isOne();
  }

  @Test
  void anAccountThatIsNotProvedToBeThePayersIsAsked() {
    roster = roster(Sample.WEB);
    run(MONDAY);

    assertThat(run(MONDAY.plusDays(1)).summary().counts().notAsked()).isZero();

    roster = roster(Sample.WEB, Sample.DATA);

    assertThat(run(MONDAY.plusDays(2)).summary().counts().notAsked())
        .as("it has joined since the whole sweep")
        .isZero();
  }

  @Test
  void whereNoAccountIsProvedToBeThePayersAllIsAsked() {
    roster = roster();

    assertThat(guidance(run(MONDAY))).isEqualTo(new Whole(Reason.NO_ORGANIZATION));
  }

  @Test
  void aServiceOfWhichThePayerLackedSomethingIsAsked() {
    explorer = new FakeCostExplorer(Sample.TOOLS);
    explorer.lists(Service.RDS, reservation(Sample.WEB, "r-9", START, END));
    run(MONDAY);

    CheckReport report = run(MONDAY.plusDays(1));

    assertThat(guidance(report)).isEqualTo(new Guided(MONDAY));
    assertThat(report.summary().counts().notAsked()).isZero();
  }

  @Test
  void allIsAskedWhereThePayerDidNotListEverything() {
    run(MONDAY);
    explorer.fails(Service.RDS, new Failure("ce:GetReservationUtilization", "Oops", "no", "wait"));

    assertThat(guidance(run(MONDAY.plusDays(1)))).isEqualTo(new Whole(Reason.PAYER_INCOMPLETE));
  }

  @Test
  void allIsAskedByARunThatIsNotTheDailyOneAndItProvesNothing() {
    CheckRequest daily = CheckFixture.request(MONDAY.toString(), roster);

    assertThat(guidance(run(daily.dry()))).isEqualTo(new Whole(Reason.NOT_DAILY));
    assertThat(guidance(run(daily.unrecorded()))).isEqualTo(new Whole(Reason.NOT_DAILY));
    assertThat(guidance(run(daily.withInventory()))).isEqualTo(new Whole(Reason.NOT_DAILY));
    assertThat(guidance(run(daily.narrowed(Narrowing.to(List.of(Sample.WEB))))))
        .isEqualTo(new Whole(Reason.NOT_DAILY));
    assertThat(guidance(run(daily))).isEqualTo(new Whole(Reason.DUE));
  }

  @Test
  void allIsAskedWhereTheLedgerDoesNotAnswer() {
    run(MONDAY);
    ledger =
        new WatchedLedger(
            ledger,
            new WatchedLedger.Watch() {
              @Override
              public Optional<Failure> before(String step) {
                return step.equals("wholeSweep")
                    ? Optional.of(new Failure("dynamodb:BatchGetItem", "Oops", "no", "wait"))
                    : Optional.empty();
              }

              @Override
              public Optional<Failure> after(String step) {
                return Optional.empty();
              }
            });

    assertThat(guidance(run(MONDAY.plusDays(1)))).isEqualTo(new Whole(Reason.NO_LEDGER));
  }

  @Test
  void aGuidedRunCallsNoIgnoreUseless() {
    roster =
        new Roster(
            roster.accounts(),
            List.of(),
            true,
            new IgnoreRules(
                List.of(
                    new IgnoreRule(
                        Optional.of("no-such-thing"),
                        Optional.empty(),
                        Optional.empty(),
                        LocalDate.parse("2027-01-01"),
                        "a reason"))),
            List.of(),
            Optional.empty(),
            roster.payer(),
            OwnerTags.DEFAULT,
            Map.of(Sample.WEB, Sample.TOOLS, Sample.DATA, Sample.TOOLS),
            Routing.NONE,
            Optional.empty());

    assertThat(run(MONDAY).warnings()).anyMatch(text -> text.contains("no-such-thing"));
    assertThat(run(MONDAY.plusDays(1)).warnings())
        .noneMatch(text -> text.contains("no-such-thing"));
  }
}
