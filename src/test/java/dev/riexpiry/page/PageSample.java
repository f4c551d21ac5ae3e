package dev.riexpiry.page;

import dev.riexpiry.ReportFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.CheckTerms;
import dev.riexpiry.alert.Found;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.Reach;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.delivery.Audience;
import dev.riexpiry.delivery.LedgerStatus;
import dev.riexpiry.delivery.Sendings;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.PayerKnowledge;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Source;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.finding.Worth;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Reports of 4 May 2026 with an inventory.
public final class PageSample {
  static final LocalDate TODAY = LocalDate.parse("2026-05-04");

  private PageSample() {}

  static CheckReport report(
      List<Commitment> inventory, List<? extends Finding> findings, Ignored... ignored) {
    return report(inventory, findings, ReportFixture.labels(), PayerKnowledge.NONE, ignored);
  }

  static CheckReport report(
      List<Commitment> inventory,
      List<? extends Finding> findings,
      AccountLabels labels,
      PayerKnowledge payer,
      Ignored... ignored) {
    CheckSummary bare =
        ReportFixture.summary(
            new ReadCounts(
                3,
                3,
                60,
                (int) findings.stream().filter(Unread.class::isInstance).count(),
                inventory.size()),
            labels,
            findings);
    CheckSummary summary =
        new CheckSummary(
            new CheckTerms(bare.checkDate(), Milestones.DEFAULT),
            bare.counts(),
            labels,
            new Found(bare.findings(), History.NONE, ignored.length),
            payer);
    return new CheckReport(
        summary,
        true,
        List.of(ignored),
        Sendings.NONE,
        Audience.UNKNOWN,
        List.of(),
        LedgerStatus.OFF,
        Reach.UNKNOWN,
        Optional.of(inventory),
        Optional.empty());
  }

  /// The same report, with its days in another zone.
  static CheckReport inZone(ZoneId zone, CheckReport report) {
    CheckSummary summary = report.summary();
    return new CheckReport(
        new CheckSummary(
            new CheckTerms(new CheckDate(TODAY, zone), Milestones.DEFAULT),
            summary.counts(),
            summary.accounts(),
            summary.found(),
            summary.payer()),
        report.dryRun(),
        report.ignored(),
        report.sendings(),
        report.audience(),
        report.warnings(),
        report.ledger(),
        report.reach(),
        report.inventory(),
        report.delivery());
  }

  /// Those of an inventory that end within sixty days, as findings.
  static List<Expiring> expiring(List<Commitment> inventory) {
    return inventory.stream()
        .filter(item -> daysLeft(item) <= 60)
        .map(item ->
            Sample.expiring(
                item,
                (int) daysLeft(item),
                Milestones.DEFAULT.current(daysLeft(item)).orElseThrow()))
        .toList();
  }

  private static long daysLeft(Commitment commitment) {
    return ChronoUnit.DAYS.between(
        TODAY, LocalDate.ofInstant(commitment.end().minusNanos(1), ZoneOffset.UTC));
  }

  /// A payer that says what is at stake a month.
  static PayerKnowledge worth(Map<Commitment, String> monthly) {
    return payer(
        monthly,
        amount ->
            new Worth(
                Optional.of("USD"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(amount),
                Optional.empty(),
                Optional.empty()));
  }

  /// A payer that says what a month costs.
  static PayerKnowledge cost(Map<Commitment, String> monthly) {
    return payer(
        monthly,
        amount ->
            new Worth(
                Optional.of("USD"),
                Optional.of(amount),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  private static PayerKnowledge payer(
      Map<Commitment, String> monthly, Function<BigDecimal, Worth> worth) {
    Map<Appraisals.Key, Appraisal> known = new HashMap<>();
    monthly.forEach((commitment, amount) ->
        known.put(
            Appraisals.Key.of(commitment),
            new Appraisal(
                Source.BOTH, Optional.empty(), Optional.of(worth.apply(new BigDecimal(amount))))));
    return new PayerKnowledge(new Appraisals(known), Reconciliation.OFF);
  }

  /// As many commitments as an organization may have, with names and texts of the usual length,
  /// ending all over the next three years.
  public static CheckReport large(int count, int accounts) {
    Map<AccountId, AccountLabel> labels = new HashMap<>();
    List<AccountId> ids =
        IntStream.range(0, accounts)
            .mapToObj(number -> new AccountId("%012d".formatted(222_200_000_000L + number)))
            .toList();
    for (AccountId id : ids) {
      labels.put(
          id,
          new AccountLabel(
              id,
              "workload-production-" + id.value().substring(8),
              Optional.of("Workloads/Production/Team " + id.value().substring(10))));
    }
    List<Commitment> inventory = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Instant end =
          TODAY
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant()
              .plus(Duration.ofMinutes(1 + number * (1095L * 24 * 60 / count)));
      inventory.add(
          new Commitment(
              ids.get(number % accounts),
              "ap-northeast-1",
              number % 4 == 0 ? Service.RDS : Service.EC2,
              "0f3a11de-%04x-4000-8000-%012d".formatted(number, number),
              CommitmentState.Known.ACTIVE,
              new Covered.Resources(
                  "m5.2xlarge",
                  1 + number % 20,
                  Unit.INSTANCES,
                  new Scope.Region("ap-northeast-1"),
                  Optional.of("Linux/UNIX"),
                  Optional.empty(),
                  false),
              new Offering(Optional.of("Partial Upfront"), Optional.of("standard")),
              new Term(end.minus(Duration.ofDays(1095)), end),
              number % 10 == 9
                  ? Optional.empty()
                  : Optional.of(
                      new Money(BigDecimal.valueOf(1234 + number, 4), Optional.of("USD"))),
              Label.of(Map.of("Owner", "team-" + number % 40))));
    }
    return report(inventory, expiring(inventory), new AccountLabels(labels), PayerKnowledge.NONE);
  }
}
