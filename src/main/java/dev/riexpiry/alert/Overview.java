package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What ends within the next [#DAYS] days, whether something is due or not. It is no finding: what
/// it shows is told at its milestones as ever.
///
/// @param cadence how often it is told
/// @param period the week or the month that it is of
/// @param sums what ends by week and account, soonest first; in a week what costs most comes first
/// @param ignored what the accounts file says to be silent of, the soonest end first
/// @param acknowledged what somebody has acknowledged, the soonest end first; what reaches its
///   first milestone later is not known to be
/// @param unread how many places could not be read, 0 or more
public record Overview(
    Cadence cadence,
    String period,
    List<Sum> sums,
    List<Ignored> ignored,
    List<Expiring> acknowledged,
    int unread) {
  /// How far it looks ahead: a quarter, in which budgets are made.
  public static final int DAYS = 90;

  public Overview {
    requireNonNull(cadence, "cadence is null");
    requireNonNull(period, "period is null");
    sums = List.copyOf(sums);
    ignored = List.copyOf(ignored);
    acknowledged = List.copyOf(acknowledged);
  }

  /// Makes the overview of a check.
  ///
  /// @param ending the commitments that end within [#DAYS] days and are told of
  /// @param ignored those that are not told of
  /// @param summary says what of it is renewed or acknowledged, and what each saves
  public static Overview of(
      Cadence cadence,
      Collection<Commitment> ending,
      Collection<Ignored> ignored,
      CheckSummary summary) {
    Set<Commitment> renewed =
        summary.findings(Expiring.class).stream()
            .filter(Expiring::renewed)
            .map(Expiring::commitment)
            .collect(Collectors.toSet());
    List<Expiring> acknowledged =
        summary.findings(Expiring.class).stream()
            .filter(Expiring::silenced)
            .filter(item -> item.daysLeft() <= DAYS)
            .toList();
    Set<Commitment> silent =
        acknowledged.stream().map(Expiring::commitment).collect(Collectors.toSet());
    return new Overview(
        cadence,
        cadence.period(summary.checkDate().date()),
        ending.stream()
            .filter(item -> !silent.contains(item))
            .collect(Collectors.groupingBy(item -> Key.of(item, summary)))
            .entrySet()
            .stream()
            .map(entry -> sum(entry.getKey(), entry.getValue(), renewed, summary))
            .sorted(
                Comparator.comparing(Sum::monday)
                    .thenComparing(sum -> sum.largest().negate())
                    .thenComparing(Sum::account))
            .toList(),
        ignored.stream()
            .sorted(
                Comparator.comparing((Ignored item) -> item.commitment().end())
                    .thenComparing(item -> item.commitment().accountId())
                    .thenComparing(item -> item.commitment().id()))
            .toList(),
        acknowledged,
        summary.totals().unread().total());
  }

  private static Sum sum(
      Key key, List<Commitment> items, Set<Commitment> renewed, CheckSummary summary) {
    SortedMap<String, BigDecimal> atStake = new TreeMap<>();
    items.stream()
        .filter(item -> !renewed.contains(item))
        .map(summary::worth)
        .forEach(worth ->
            worth
                .monthlyAtStake()
                .filter(amount -> amount.signum() > 0)
                .ifPresent(
                    amount -> atStake.merge(worth.currency().orElse(""), amount, BigDecimal::add)));
    return new Sum(
        key.monday(),
        key.account(),
        items.size(),
        (int) items.stream().filter(renewed::contains).count(),
        new Stakes(atStake));
  }

  /// The number of commitments that end.
  int count() {
    return sums.stream().mapToInt(Sum::count).sum();
  }

  /// The number of those that are renewed.
  int renewed() {
    return sums.stream().mapToInt(Sum::renewed).sum();
  }

  /// What is at stake with all that ends and is not renewed.
  Stakes atStake() {
    SortedMap<String, BigDecimal> all = new TreeMap<>();
    sums.forEach(sum ->
        sum.atStake()
            .byCurrency()
            .forEach((currency, amount) -> all.merge(currency, amount, BigDecimal::add)));
    return new Stakes(all);
  }

  /// What ends of one account in one week.
  ///
  /// @param monday the day on which the week begins
  /// @param account the account
  /// @param count how many end, at least 1
  /// @param renewed how many of them are renewed
  /// @param atStake the net savings a month that end with the others
  public record Sum(LocalDate monday, AccountId account, int count, int renewed, Stakes atStake) {
    /// @throws IllegalArgumentException if nothing ends, or more is renewed than ends
    public Sum {
      requireNonNull(monday, "monday is null");
      requireNonNull(account, "account is null");
      requireNonNull(atStake, "atStake is null");
      if (count < 1 || renewed < 0 || renewed > count) {
        throw new IllegalArgumentException("%d of %d are renewed".formatted(renewed, count));
      }
    }

    private BigDecimal largest() {
      return atStake.byCurrency().values().stream()
          .max(Comparator.naturalOrder())
          .orElse(BigDecimal.ZERO);
    }
  }

  private record Key(LocalDate monday, AccountId account) {
    static Key of(Commitment commitment, CheckSummary summary) {
      return new Key(
          summary
              .checkDate()
              .lastDay(commitment.end())
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
          commitment.accountId());
    }
  }
}
