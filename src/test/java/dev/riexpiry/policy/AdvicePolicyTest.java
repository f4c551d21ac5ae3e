package dev.riexpiry.policy;

import static dev.riexpiry.policy.Purchase.ec2;
import static dev.riexpiry.policy.Purchase.plan;
import static dev.riexpiry.policy.Purchase.rds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.AdviceReason;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Source;
import dev.riexpiry.finding.Usage;
import dev.riexpiry.finding.Worth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is judged together, and what it takes for it: as of 4 May 2026, with what Cost Explorer
/// knows up to 1 May. What is not said to be worth something pays from 60 % on.
class AdvicePolicyTest {
  private static final LocalDate TO = LocalDate.parse("2026-05-01");
  private static final String LATER = "2027-02-01T03:59:59Z";

  private final List<Commitment> read = new ArrayList<>();
  private final Map<Appraisals.Key, Appraisal> month = new HashMap<>();
  private final Map<Appraisals.Key, Usage> week = new HashMap<>();
  private final Set<Commitment> unlisted = new HashSet<>();
  private final Set<Commitment> notJudged = new HashSet<>();

  private AdvicePolicyTest used(Purchase purchase, String percent) {
    return used(purchase, percent, percent, worth("60"));
  }

  private AdvicePolicyTest used(
      Purchase purchase, String inMonth, String inWeek, Optional<Worth> worth) {
    read(purchase);
    Appraisals.Key key = Appraisals.Key.of(purchase.commitment());
    month.put(key, new Appraisal(Source.BOTH, Optional.of(usage(30, inMonth)), worth));
    week.put(key, usage(7, inWeek));
    return this;
  }

  private AdvicePolicyTest read(Purchase purchase) {
    read.add(purchase.commitment());
    return this;
  }

  /// Adds what Cost Explorer does not list.
  private AdvicePolicyTest queued(Purchase purchase) {
    unlisted.add(purchase.commitment());
    return read(purchase);
  }

  private static Usage usage(int days, String percent) {
    return new Usage(
        TO.minusDays(days - 1L), TO, new BigDecimal(percent), Optional.empty(), Optional.empty());
  }

  private static Optional<Worth> worth(String breakEven) {
    return Optional.of(
        new Worth(
            Optional.of("USD"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new BigDecimal(breakEven)),
            Optional.empty()));
  }

  private Map<Appraisals.Key, Advice> advise(IgnoreRules ignores) {
    Rules rules =
        new Rules(
            new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("UTC")),
            Milestones.DEFAULT,
            LapseWindow.DEFAULT,
            ignores);
    return new AdvicePolicy(new Appraisals(month), week)
        .advise(
            read.stream().filter(item -> !unlisted.contains(item)).toList(),
            rules.judge(read.stream().filter(item -> !notJudged.contains(item)).toList()));
  }

  private String advice(String id) {
    return advice(id, IgnoreRules.NONE);
  }

  private String advice(String id, IgnoreRules ignores) {
    return advise(ignores).entrySet().stream()
        .filter(entry -> entry.getKey().id().equals(id))
        .map(Map.Entry::getValue)
        .map(advice ->
            advice.verdict().id()
                + (advice.quantity().isPresent() ? " " + advice.quantity().getAsInt() : ""))
        .findFirst()
        .orElse("none");
  }

  private AdviceReason reason(String id) {
    return advise(IgnoreRules.NONE).entrySet().stream()
        .filter(entry -> entry.getKey().id().equals(id))
        .map(entry -> entry.getValue().reasons().getLast())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyWhatEndsIsAdvisedOn() {
    used(ec2("ends", 4, "m5.large"), "90").used(ec2("stays", 4, "c5.large").ending(LATER), "90");

    assertThat(advise(IgnoreRules.NONE).keySet())
        .extracting(Appraisals.Key::id)
        .containsExactly("ends");
    assertThat(advice("ends")).isEqualTo("renew 4");
  }

  @Test
  void whichOneTheUsageIsCountedOnIsChance() {
    used(ec2("idle", 4, "m5.large"), "0")
        .used(ec2("stays", 4, "m5.large").ending(LATER).of(Sample.DATA), "100");

    assertThat(advice("idle")).isEqualTo("let-go 0");

    used(ec2("stays too", 4, "m5.large").ending(LATER).of(Sample.TOOLS), "100");
    used(ec2("busy", 4, "m5.large").of(Sample.TOOLS), "100");

    assertThat(advice("idle")).as("the last to be renewed of two").isEqualTo("let-go 0");
    assertThat(advice("busy")).isEqualTo("renew 4");
  }

  @Test
  void sizesOfOneFamilyCoverForEachOther() {
    used(ec2("large", 4, "m5.large"), "0").used(ec2("xlarge", 2, "m5.xlarge"), "100");

    assertThat(advice("large")).isEqualTo("let-go 0");
    assertThat(advice("xlarge")).isEqualTo("renew 2");
  }

  @Test
  void whatWasUsedEnoughItselfIsKeptFirstAndThenWhatEndsFirst() {
    used(ec2("idle", 3, "m5.large").ending("2026-05-06T08:00:00Z"), "0")
        .used(ec2("first", 2, "m5.large").ending("2026-05-07T08:00:00Z"), "100")
        .used(ec2("second", 2, "m5.large").ending("2026-05-08T08:00:00Z"), "75");

    assertThat(advice("first")).isEqualTo("renew 2");
    assertThat(advice("second")).isEqualTo("renew-part 1");
    assertThat(advice("idle")).isEqualTo("let-go 0");
  }

  @Test
  void anEngineIsTheSameHoweverItIsSpelt() {
    used(rds("account's", 2, "db.r6g.large", "aurora-mysql"), "0")
        .used(rds("payer's", 1, "db.r6g.xlarge", "Aurora MySQL"), "100");

    assertThat(advice("account's")).isEqualTo("let-go 0");
    assertThat(advice("payer's")).isEqualTo("renew 1");
  }

  @Test
  void whatCannotCoverForItIsAnotherPool() {
    used(ec2("linux", 4, "m5.large"), "0")
        .used(ec2("windows", 4, "m5.large").on("Windows"), "100")
        .used(ec2("elsewhere", 4, "m5.large").inRegion("eu-west-1"), "100");

    assertThat(advice("linux")).isEqualTo("let-go 0");
    assertThat(advice("windows")).isEqualTo("renew 4");
    assertThat(advice("elsewhere")).isEqualTo("renew 4");
  }

  @Test
  void whatIsRenewedIsRenewedAndItsReplacementTakesItsUsage() {
    used(ec2("renewed", 4, "m5.large").of(Sample.DATA), "100")
        .used(ec2("open", 4, "m5.large"), "0")
        .queued(ec2("queued", 4, "m5.large").of(Sample.DATA).queued());

    assertThat(advice("renewed")).isEqualTo("renewed");
    assertThat(advice("open")).isEqualTo("let-go 0");
  }

  @Test
  void ofWhatIsRenewedInPartTheRestIsJudged() {
    used(ec2("half", 4, "m5.large"), "100").queued(ec2("queued", 2, "m5.large").queued());

    assertThat(advice("half")).isEqualTo("renew 2");
  }

  @Test
  void whatItsOwnerLetsEndNeitherStaysNorIsJudged() {
    used(ec2("ignored", 4, "m5.large").of(Sample.DATA), "100")
        .used(ec2("open", 4, "m5.large"), "100");
    IgnoreRules ignores =
        new IgnoreRules(
            List.of(
                new IgnoreRule(
                    Optional.empty(),
                    Optional.of(Sample.DATA),
                    Optional.empty(),
                    LocalDate.parse("2027-01-01"),
                    "moving away")));

    assertThat(advice("open", ignores)).isEqualTo("renew 4");
    assertThat(advice("ignored", ignores)).isEqualTo("none");
  }

  @Test
  void whatEndsInAnAccountThatIsNotJudgedDoesNotStay() {
    used(ec2("open", 4, "m5.large"), "100")
        .used(ec2("excluded", 4, "m5.large").of(Sample.DATA).ending("2026-05-10T03:59:59Z"), "100");
    notJudged.add(
        ec2("excluded", 4, "m5.large").of(Sample.DATA).ending("2026-05-10T03:59:59Z").commitment());

    assertThat(advice("open")).isEqualTo("renew 4");
    assertThat(advice("excluded")).isEqualTo("none");
  }

  @Test
  void whatHasLapsedIsJudgedByTheDaysItHad() {
    used(ec2("lapsed", 4, "m5.large").ending("2026-04-30T03:59:59Z").in(Known.RETIRED), "90");

    assertThat(advice("lapsed")).isEqualTo("renew 4");
  }

  @Test
  void whatHasLapsedAndWasReplacedIsNoLongerThere() {
    used(ec2("replaced", 4, "m5.large").ending("2026-04-10T03:59:59Z").in(Known.RETIRED), "100")
        .used(ec2("replacement", 4, "m5.large").bought("2026-04-10T04:00:00Z"), "100")
        .used(ec2("open", 4, "m5.large").of(Sample.DATA), "10");

    assertThat(advice("open")).isEqualTo("let-go 0");
  }

  @Test
  void daysBeforeItBeganAreNoData() {
    used(ec2("made", 4, "m5.large").bought("2026-04-20T00:00:00Z", "2026-05-11T03:59:59Z"), "100");

    assertThat(reason("made")).isEqualTo(new AdviceReason.FewDays(12, 14));
  }

  @Test
  void whatStaysMayBeNew() {
    used(ec2("ends", 4, "m5.large"), "100")
        .used(ec2("new", 4, "m5.large").bought("2026-05-01T00:00:00Z").of(Sample.DATA), "100");

    assertThat(advice("ends")).isEqualTo("renew 4");
  }

  @Test
  void hoursThatCostExplorerDoesNotCountAreNoData() {
    used(ec2("ends", 2, "m5.large"), "100");
    Appraisals.Key key = Appraisals.Key.of(read.getFirst());
    month.put(
        key,
        new Appraisal(
            Source.PAYER,
            Optional.of(
                new Usage(
                    TO.minusDays(29),
                    TO,
                    new BigDecimal("100"),
                    Optional.of(new BigDecimal("480")),
                    Optional.empty())),
            worth("60")));

    assertThat(reason("ends")).isEqualTo(new AdviceReason.FewDays(10, 14));
  }

  @Test
  void whatIsNotKnownOfOneIsNotKnownOfThePool() {
    used(ec2("ends", 4, "m5.large"), "100").read(ec2("unknown", 4, "m5.large").ending(LATER));

    assertThat(reason("ends")).isEqualTo(new AdviceReason.OthersUnknown());

    used(ec2("unknown", 4, "m5.large").ending(LATER), "100");
    week.remove(Appraisals.Key.of(ec2("unknown", 4, "m5.large").commitment()));

    assertThat(reason("ends")).isEqualTo(new AdviceReason.WeekUnknown());
  }

  @Test
  void whatCostExplorerDoesNotListHasNoAdvice() {
    read(ec2("ends", 4, "m5.large"));

    assertThat(advice("ends")).isEqualTo("none");
  }

  @Test
  void aPlanPaysByWhatItsUsageCostsOnDemand() {
    Worth worth =
        new Worth(
            Optional.of("USD"),
            Optional.of(new BigDecimal("730")),
            Optional.of(new BigDecimal("900")),
            Optional.of(new BigDecimal("170")),
            Optional.empty(),
            Optional.empty());
    used(plan("plan", "Compute", "1.00"), "90", "90", Optional.of(worth));

    assertThat(advice("plan")).isEqualTo("renew 1");
    assertThat(reason("plan")).isEqualTo(new AdviceReason.AboveBreakEven(new BigDecimal("73.00")));
  }

  @Test
  void whatWasNeverUsedNeedsNoBreakEven() {
    used(plan("plan", "Compute", "1.00"), "0", "0", Optional.empty());

    assertThat(advice("plan")).isEqualTo("let-go 0");
    assertThat(reason("plan")).isEqualTo(new AdviceReason.Unused());
  }
}
