package dev.riexpiry.check;

import static dev.riexpiry.payer.FakeCostExplorer.reservation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Narrowing;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.payer.FakeCostExplorer;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.policy.IgnoreRule;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PayerOnlyCheckTest {
  private static final String TODAY = "2026-05-04";
  private static final Instant NOW = Instant.parse(TODAY + "T06:00:00Z");
  private static final String START = "2025-05-11T08:00:00Z";
  private static final String END = "2026-05-11T07:59:59Z";
  private static final Failure DENIED =
      new Failure("ce:GetReservationUtilization", "AccessDeniedException", "no", "allow it");

  private final FakeCostExplorer explorer = new FakeCostExplorer(Sample.TOOLS);
  private final List<String> mails = new ArrayList<>();

  private Check check(FakeLedger ledger, int run) {
    return CheckFixture.check(
        new FakeAws(),
        (_, alert) -> {
          mails.add(alert.subject() + "\n\n" + alert.mail());
          return new Receipt.Result.Sent("m-1");
        },
        Optional.of(CheckFixture.keeping(ledger, run)),
        new PayerInquiry(explorer, () -> NOW));
  }

  private static PayerScope scope(AccountId... excluded) {
    return new PayerScope(
        Optional.empty(), Optional.empty(), Optional.empty(), Service.ALL, Set.of(excluded));
  }

  private static Roster roster(PayerScope scope, IgnoreRules ignores) {
    return new Roster(
        List.of(),
        List.of(),
        true,
        ignores,
        List.of(),
        Optional.empty(),
        Optional.of(scope),
        OwnerTags.DEFAULT);
  }

  private CheckReport run(String date, Roster roster) {
    return check(new FakeLedger(), 1).run(CheckFixture.request(date, roster), Stop.onRequest());
  }

  private CheckReport run() {
    return run(TODAY, roster(scope(), IgnoreRules.NONE));
  }

  @Test
  void whatThePayerListsIsToldWithItsUseAndWorth() {
    explorer.lists(Service.EC2, reservation(Sample.WEB, "r-1", START, END));

    CheckReport report = run();

    assertThat(report.complete()).isTrue();
    assertThat(report.summary().counts().targetsRead()).isEqualTo(7);
    assertThat(report.summary().counts().active()).isEqualTo(1);
    assertThat(ReportDocument.of(report).compact())
        .contains("\"accountId\":\"222233334444\",\"accountName\":\"account 222233334444\"")
        .contains("\"source\":\"payer\"")
        .contains(
            "\"usage\":{\"from\":\"2026-04-02\",\"to\":\"2026-05-01\",\"percent\":75.00,\"unusedHours\":360.00}")
        .contains(
            "\"money\":{\"currency\":\"USD\",\"monthlyCost\":146.00,\"monthlyOnDemand\":175.20,\"monthlyAtStake\":29.20,\"breakEvenPercent\":62.50}")
        .contains("\"totals\":{\"monthlyAtStake\":{\"USD\":29.20}}")
        .contains(
            "\"reconciliation\":{\"state\":\"off\",\"from\":\"2026-04-02\",\"to\":\"2026-05-01\",\"requests\":10}");
    assertThat(mails)
        .singleElement()
        .asString()
        .startsWith("1 AWS reservation ends in 7 days, 29 USD a month: account 222233334444\n")
        .contains("At stake: 29.20 USD a month in net savings.\n")
        .contains(
            "  used 75 % from Thu 2 Apr 2026 to Fri 1 May 2026, 360.00 hours paid and not used\n")
        .contains(
            "  saves 29.20 USD a month (amortised; costs 146.00, on demand 175.20, breaks even at 62.5 %)\n")
        .contains(
            """
            Known from the payer's Cost Explorer only, as of Fri 1 May 2026. It does not show
            what was bought since then, queued purchases (so: renewals), Dedicated Hosts,
            Capacity Blocks and Redshift Serverless.
            """);
  }

  @Test
  void aMilestoneIsToldOnce() {
    FakeLedger ledger = new FakeLedger();
    explorer.lists(Service.EC2, reservation(Sample.WEB, "r-1", START, END));
    CheckRequest request = CheckFixture.request(TODAY, roster(scope(), IgnoreRules.NONE));

    check(ledger, 1).run(request, Stop.onRequest());
    check(ledger, 2).run(request, Stop.onRequest());

    assertThat(mails).hasSize(1);
  }

  @Test
  void eachListingThatFailsIsUnread() {
    explorer.lists(Service.EC2, reservation(Sample.WEB, "r-1", START, END));
    explorer.fails(Service.RDS, DENIED);

    CheckReport report = run();

    assertThat(report.complete()).isFalse();
    assertThat(report.summary().counts().targetsRead()).isEqualTo(6);
    assertThat(report.findings(Unread.class))
        .extracting(item -> item.place().key(), Unread::failure)
        .containsExactly(tuple("111122223333/global/rds", DENIED));
    assertThat(report.findings(Expiring.class)).hasSize(1);
  }

  @Test
  void aPayerThatCannotBeAskedIsUnreadAndNothingWasRead() {
    explorer.refuses(DENIED);

    CheckReport report = run();

    assertThat(report.nothingRead()).isTrue();
    assertThat(report.findings(Unread.class))
        .extracting(item -> item.place().key())
        .containsExactly("organization");
    assertThat(mails).singleElement().asString().doesNotContain("Known from the payer");
    assertThat(ReportDocument.of(report).compact())
        .contains("\"reconciliation\":{\"state\":\"off\",\"requests\":0}");
  }

  @Test
  void figuresThatCannotBeAreNotKnownAndTakeNothingElseWithThem() {
    explorer.lists(
        Service.EC2,
        reservation(Sample.WEB, "r-1", START, END, "UtilizationPercentage", "-1"),
        reservation(Sample.WEB, "r-2", START, END, "NetRISavings", "1e999999999"),
        reservation(Sample.WEB, "r-3", START, END));

    CheckReport report = run();

    assertThat(report.complete()).isTrue();
    assertThat(report.findings(Expiring.class))
        .extracting(
            item -> item.commitment().id(),
            item -> appraisal(report, item).usage().isPresent(),
            item -> appraisal(report, item).worth().orElseThrow().monthlyAtStake().isPresent())
        .containsExactly(
            tuple("r-1", false, true), tuple("r-2", true, false), tuple("r-3", true, true));
  }

  @Test
  void whereTheNumberOfUnitsIsNotGivenItIsThatOfTheirHoursAndElseNoMoneyIsTold() {
    explorer.lists(
        Service.EC2,
        reservation(Sample.WEB, "r-1", START, END, "numberOfInstances", ""),
        reservation(
            Sample.WEB,
            "r-2",
            "2026-04-22T00:00:00Z",
            END,
            "numberOfInstances",
            "",
            "PurchasedHours",
            "720"),
        reservation(Sample.WEB, "r-3", "", END, "numberOfInstances", ""));

    CheckReport report = run();

    assertThat(report.findings(Expiring.class))
        .extracting(
            item -> item.commitment().id(),
            item -> item.commitment().covered().quantity(),
            item -> appraisal(report, item).worth().orElseThrow().monthlyAtStake())
        .containsExactly(
            tuple("r-1", 2, Optional.of(new BigDecimal("29.20"))),
            tuple("r-2", 3, Optional.of(new BigDecimal("87.60"))),
            tuple("r-3", 1, Optional.empty()));
  }

  private static Appraisal appraisal(CheckReport report, Expiring item) {
    return report.summary().payer().appraisals().of(item.commitment()).orElseThrow();
  }

  @Test
  void aPayerThatCanBeAskedAgainIsTold() {
    FakeLedger ledger = new FakeLedger();
    CheckRequest request = CheckFixture.request(TODAY, roster(scope(), IgnoreRules.NONE));
    explorer.fails(Service.RDS, DENIED);
    check(ledger, 1).run(request, Stop.onRequest());
    FakeCostExplorer mended = new FakeCostExplorer(Sample.TOOLS);

    CheckReport report =
        CheckFixture.check(
                new FakeAws(),
                (_, _) -> new Receipt.Result.Sent("m-2"),
                Optional.of(CheckFixture.keeping(ledger, 2)),
                new PayerInquiry(mended, () -> NOW))
            .run(request, Stop.onRequest());

    assertThat(report.findings())
        .extracting(item -> item.place().key())
        .contains("111122223333/global/rds");
  }

  @Test
  void aLapseIsToldWhenTheDataReachesTwoDaysPastTheEnd() {
    explorer.lists(
        Service.EC2,
        reservation(Sample.WEB, "ripe", "2025-04-30T00:00:00Z", "2026-04-29T23:59:59Z"),
        reservation(Sample.WEB, "fresh", "2025-05-01T00:00:02Z", "2026-04-30T00:00:01Z"));

    assertThat(run().findings(Lapsed.class))
        .extracting(item -> item.commitment().id())
        .containsExactly("ripe");
  }

  @Test
  void whatIsCancelledBeforeItsEndIsOverAndGoesOnInWhatBeganThen() {
    explorer.lists(
        Service.EC2,
        reservation(
            Sample.WEB, "split", START, END, "cancellationDateTime", "2026-04-20T10:00:00Z"),
        reservation(Sample.WEB, "part", "2026-04-20T10:00:01Z", END),
        reservation(
            Sample.DATA, "sold", START, END, "cancellationDateTime", "2026-04-20T10:00:00Z"));

    CheckReport report = run();

    assertThat(report.findings(Expiring.class))
        .extracting(item -> item.commitment().id())
        .containsExactly("part");
    assertThat(report.findings(Lapsed.class))
        .extracting(item -> item.commitment().id(), Lapsed::endedEarly)
        .containsExactly(tuple("sold", true));
  }

  @Test
  void whatCostsTwiceAsMuchOnDemandIsAPairAndRenewsNoOther() {
    explorer.lists(
        Service.RDS,
        reservation(
            Sample.WEB,
            "pair",
            START,
            END,
            "instanceType",
            "db.r6g.large",
            "averageOnDemandHourlyRate",
            "0.32"),
        reservation(
            Sample.WEB,
            "single",
            "2026-05-11T08:00:00Z",
            "2027-05-11T07:59:59Z",
            "instanceType",
            "db.r6g.large"),
        reservation(Sample.DATA, "other", START, END, "instanceType", "db.r6g.large"));

    assertThat(run().findings(Expiring.class))
        .extracting(
            item -> item.commitment().id(),
            item -> item.commitment().description(),
            Expiring::renewed)
        .contains(tuple("pair", "2 × db.r6g.large, Linux/UNIX, Multi-AZ, No Upfront", false));
  }

  @Test
  void anUnknownStatusCountsAsActiveAndIsWarnedOf() {
    explorer.lists(
        Service.EC2, reservation(Sample.WEB, "r-1", START, END, "subscriptionStatus", "Dormant"));

    CheckReport report = run();

    assertThat(report.findings(Expiring.class))
        .extracting(item -> item.commitment().state())
        .containsExactly(new CommitmentState.Unknown("Dormant"));
    assertThat(report.warnings()).singleElement().asString().contains("'Dormant'");
  }

  @Test
  void whatTheFileLeavesOutOrIgnoresIsNotTold() {
    explorer.lists(
        Service.EC2,
        reservation(Sample.WEB, "r-1", START, END),
        reservation(Sample.DATA, "r-2", START, END),
        reservation(Sample.TOOLS, "r-3", START, END));
    IgnoreRules ignores =
        new IgnoreRules(
            List.of(
                new IgnoreRule(
                    Optional.empty(),
                    Optional.of(Sample.DATA),
                    Optional.empty(),
                    LocalDate.parse("2027-01-01"),
                    "moving away")));

    CheckReport report = run(TODAY, roster(scope(Sample.TOOLS), ignores));

    assertThat(report.findings(Expiring.class))
        .extracting(item -> item.commitment().id())
        .containsExactly("r-1");
    assertThat(report.ignored()).hasSize(1);
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void anEventNarrowsItToSomeAccounts() {
    explorer.lists(
        Service.EC2,
        reservation(Sample.WEB, "r-1", START, END),
        reservation(Sample.DATA, "r-2", START, END));

    CheckReport report =
        check(new FakeLedger(), 1)
            .run(
                CheckFixture.request(TODAY, roster(scope(), IgnoreRules.NONE))
                    .narrowed(Narrowing.to(List.of(Sample.DATA))),
                Stop.onRequest());

    assertThat(report.findings(Expiring.class))
        .extracting(item -> item.commitment().id())
        .containsExactly("r-2");
  }

  @Test
  void aCheckOfAnotherDaySaysThatThePayerKnowsWhatIsNow() {
    assertThat(run("2026-06-20", roster(scope(), IgnoreRules.NONE)).warnings())
        .containsExactly(
            "the check is of 2026-06-20, but what the payer's Cost Explorer knows is of now, up to 2026-05-01");
  }

  @Test
  void aRowWithoutAnEndIsUnreadAndTakesNothingElseWithIt() {
    explorer.lists(
        Service.EC2,
        reservation(Sample.WEB, "r-1", START, END),
        reservation(Sample.WEB, "r-2", START, "", "subscriptionId", "12345678901"));

    CheckReport report = run();

    assertThat(report.findings(Expiring.class)).hasSize(1);
    assertThat(report.findings(Unread.class))
        .singleElement()
        .satisfies(item ->
            assertThat(item.failure().message())
                .isEqualTo(
                    "Cost Explorer lists 12345678901 without its account, its id or its end"));
  }
}
