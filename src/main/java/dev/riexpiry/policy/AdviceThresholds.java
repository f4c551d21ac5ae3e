package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/// The figures from which on the use of a pool decides. `docs/advice.md` has what each was measured
/// to cost, and what others would.
///
/// @param fall the percentage points by which the use may fall from the last 30 to the last 7 days
/// @param rise the percentage points by which it may rise
/// @param days the least days of data
/// @param part the least use, in percent, of which a part is judged
record AdviceThresholds(BigDecimal fall, BigDecimal rise, int days, BigDecimal part) {
  /// The figures that are used:
  ///
  /// - a fall of more than 2 points: the middles of the two windows are 11.5 days apart, so that
  ///   this is a fleet that would be gone within two years, and noise of a fleet that stays is
  ///   less;
  /// - a rise of more than 10 points: what grows is seldom renewed in vain, but how much of it pays
  ///   is not known;
  /// - 14 days of data: two whole weeks, so that a weekend more or less does not decide;
  /// - 45 % for a part: office hours, ten of 24 on five days of seven, are 30 %, and twelve on each
  ///   day 50 %, of which half the fleet would be the wrong answer.
  static final AdviceThresholds STANDARD =
      new AdviceThresholds(BigDecimal.TWO, BigDecimal.TEN, 14, BigDecimal.valueOf(45));

  AdviceThresholds {
    requireNonNull(fall, "fall is null");
    requireNonNull(rise, "rise is null");
    requireNonNull(part, "part is null");
  }
}
