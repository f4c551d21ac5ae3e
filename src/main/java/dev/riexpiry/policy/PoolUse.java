package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// The use of all commitments that can cover for each other. Which of them AWS counts an hour of
/// usage on is chance, so they are judged together.
///
/// @param commitments how many there are
/// @param staying the units that are there when all that is judged has ended: of those that end
///   later, and of what was bought to take over
/// @param days the days of data, of the last 30, of the one of what ends that has fewest
/// @param month the use in the last 30 days
/// @param week the use in the last 7 days; empty if it is not known
/// @param stakes what ends and is not renewed, those first that are to be kept first if they pay
///   alike
record PoolUse(
    int commitments,
    BigDecimal staying,
    int days,
    Window month,
    Optional<Window> week,
    List<Stake> stakes) {
  /// @throws IllegalArgumentException if nothing ends, or more ends than there are commitments
  PoolUse {
    requireNonNull(staying, "staying is null");
    requireNonNull(month, "month is null");
    requireNonNull(week, "week is null");
    stakes = List.copyOf(stakes);
    if (stakes.isEmpty() || stakes.size() > commitments) {
      throw new IllegalArgumentException(
          "%s of %s commitments end".formatted(stakes.size(), commitments));
    }
  }

  /// The number of units that end, each counted as one, whatever its size.
  int count() {
    return stakes.stream().mapToInt(Stake::count).sum();
  }

  /// Tells whether nothing of it was used in either window.
  boolean isUnused() {
    return month.used().signum() == 0
        && week.filter(window -> window.used().signum() == 0).isPresent();
  }

  /// The lower one of its shares that were used, in percent.
  BigDecimal least() {
    return month.percent().min(week.map(Window::percent).orElse(month.percent()));
  }

  /// The size of all that ends.
  BigDecimal ending() {
    return stakes.stream()
        .map(stake -> stake.size().multiply(BigDecimal.valueOf(stake.count())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// The use of a pool in some days.
  ///
  /// @param held the units that were there, more than 0
  /// @param used the units that were used, on average
  record Window(BigDecimal held, BigDecimal used) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    /// @throws IllegalArgumentException if `held` is not more than 0 or `used` is negative
    Window {
      if (held.signum() <= 0 || used.signum() < 0) {
        throw new IllegalArgumentException("%s used of %s".formatted(used, held));
      }
    }

    /// The share that was used, in percent to two decimals, as people are told it.
    BigDecimal percent() {
      return used.multiply(HUNDRED).divide(held, DECIMALS, RoundingMode.HALF_UP);
    }

    /// The share that was used, at most 1.
    BigDecimal share() {
      return used.divide(held, MathContext.DECIMAL64).min(BigDecimal.ONE);
    }
  }

  /// What ends of one commitment.
  ///
  /// @param count its units, at least 1
  /// @param size the size of one of them, more than 0, in the unit in which the pool is measured
  /// @param breakEven the share, in percent, of which one has to be used to pay; empty if it is not
  ///   known
  /// @param divisible whether any smaller amount can be had instead, as with Savings Plans
  record Stake(int count, BigDecimal size, Optional<BigDecimal> breakEven, boolean divisible) {
    /// @throws IllegalArgumentException if `count` or `size` is not more than 0
    Stake {
      requireNonNull(breakEven, "breakEven is null");
      if (count < 1 || size.signum() <= 0) {
        throw new IllegalArgumentException("%s units of size %s".formatted(count, size));
      }
    }
  }
}
