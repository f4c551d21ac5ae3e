package dev.riexpiry.policy;

import dev.riexpiry.finding.Renewal;
import java.time.Duration;
import java.util.Optional;

/// How well the start of a purchase fits an end. The declared order is that in which what ends
/// prefers purchases.
enum Fit {
  /// It begins where the other one ends, within an hour.
  SEAMLESS,
  /// It begins within a week before the end: as a renewal, if it was not bought for a new use.
  EARLIER,
  /// It begins later, and leaves a gap.
  GAP,
  /// It begins before that week: for a new use, as far as is known.
  PERHAPS;

  /// The time before an end within which a purchase is its renewal.
  static final Duration WEEK = Duration.ofDays(7);

  /// The fit of a start.
  ///
  /// @param gap the time from the end to the start; negative if it begins before
  /// @param longestLead the time before an end for which a purchase may at all be meant for it
  /// @return empty if it begins before that
  static Optional<Fit> of(Duration gap, Duration longestLead) {
    if (gap.abs().compareTo(Renewal.SEAMLESS) <= 0) {
      return Optional.of(SEAMLESS);
    }
    if (gap.isPositive()) {
      return Optional.of(GAP);
    }
    if (gap.negated().compareTo(WEEK) <= 0) {
      return Optional.of(EARLIER);
    }
    return gap.negated().compareTo(longestLead) <= 0 ? Optional.of(PERHAPS) : Optional.empty();
  }
}
