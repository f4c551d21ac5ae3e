package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Renewal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Decides which commitments that are expiring or have ended are renewed, and by which purchases.
///
/// @param checkDate the day it is taken to be
/// @param milestones the largest is the number of days for which a purchase counts as a renewal,
///   and by which it has to last longer
record RenewalPolicy(CheckDate checkDate, Milestones milestones) {
  /// The terms that AWS sells, 365 and 1095 days. They are compared within a day, because some
  /// services count a leap day and some cut seconds off.
  private static final List<Integer> TERMS = List.of(365, 3 * 365);

  /// The longest time between two terms that is no gap: EC2's ends lie up to two seconds before the
  /// next term could begin.
  private static final Duration SEAMLESS = Duration.ofSeconds(2);

  public RenewalPolicy {
    requireNonNull(checkDate, "checkDate is null");
    requireNonNull(milestones, "milestones is null");
  }

  /// Tells whether a commitment may renew one that is expiring: a queued purchase, or one that was
  /// bought lately. Only these need to be kept while everything is read.
  public boolean mayReplace(Commitment commitment) {
    return queued(commitment) || boughtLately(commitment);
  }

  /// Finds the renewal of each of `expiring` and of each of `lapsed`, in the order of their end.
  /// Each unit of a replacement is allocated to one of them only: those that end first come first,
  /// and replacements that begin first are used first.
  ///
  /// @param commitments those that may replace them; others are passed over
  public Renewals renewals(
      Collection<Expiring> expiring,
      Collection<Lapsed> lapsed,
      Collection<Commitment> commitments) {
    Replacements replacements =
        new Replacements(commitments.stream().filter(this::mayReplace).toList());
    Map<Lapsed, Renewal> ended = new LinkedHashMap<>();
    lapsed.stream()
        .sorted(Lapsed.LATEST_FIRST.reversed())
        .forEach(item -> ended.put(item, renewal(item.commitment(), replacements)));
    Map<Expiring, Renewal> renewals = new LinkedHashMap<>();
    expiring.stream()
        .sorted(Expiring.BY_END)
        .forEach(item -> renewals.put(item, renewal(item.commitment(), replacements)));
    return new Renewals(renewals, ended);
  }

  private Renewal renewal(Commitment ending, Replacements replacements) {
    return Quantity.of(ending)
        .map(wanted ->
            replacements.allocate(
                wanted,
                item -> outlasts(item, ending),
                item -> gapDays(ending.end(), item.start())))
        .orElseGet(Renewal.None::new);
  }

  private boolean outlasts(Commitment replacement, Commitment ending) {
    return queued(replacement)
        ? replacement.end().isAfter(ending.end())
        : daysFrom(ending.end(), replacement.end()) > milestones.largest();
  }

  private static boolean queued(Commitment commitment) {
    return commitment.state() == CommitmentState.Known.QUEUED;
  }

  /// Tells whether a commitment was bought within the largest milestone. One without a whole term
  /// between its start and its end was not bought but modified or exchanged, which gives a
  /// reservation a new start although it is needed where it always was.
  private boolean boughtLately(Commitment commitment) {
    long age = -checkDate.daysLeft(commitment.start());
    return commitment.state() == CommitmentState.Known.ACTIVE
        && age >= 0
        && age <= milestones.largest()
        && checkDate.daysLeft(commitment.end()) > milestones.largest()
        && wholeTerm(Duration.between(commitment.start(), commitment.end()));
  }

  private static boolean wholeTerm(Duration term) {
    return TERMS.stream()
        .map(days -> term.minusDays(days).abs())
        .anyMatch(off -> off.compareTo(Duration.ofDays(1)) <= 0);
  }

  private int gapDays(Instant end, Instant start) {
    return start.isAfter(end.plus(SEAMLESS)) ? (int) daysFrom(end, start) : 0;
  }

  private long daysFrom(Instant earlier, Instant later) {
    return checkDate.daysLeft(later) - checkDate.daysLeft(earlier);
  }
}
