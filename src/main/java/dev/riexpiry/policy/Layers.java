package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.policy.PoolUse.Stake;
import dev.riexpiry.policy.PoolUse.Window;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The usage of one window, laid on the units of a pool: first on what stays, then on what ends.
///
/// An average does not say how high each layer is filled. Either a part runs all the time, and the
/// lower layers are full and the upper ones empty; or everything runs a part of the time, and all
/// layers are filled alike. What both say is certain enough.
///
/// @param pool the pool
/// @param window the window, one of the pool
record Layers(PoolUse pool, Window window) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  Layers {
    requireNonNull(pool, "pool is null");
    requireNonNull(window, "window is null");
  }

  /// Tells whether all of what ends pays, either way.
  boolean allPay() {
    BigDecimal ending = filled(pool.ending()).min(window.share());
    return pool.stakes().stream().allMatch(stake -> ending.compareTo(breakEven(stake)) > 0);
  }

  /// Tells whether not even one unit of what ends pays, either way.
  boolean nonePays() {
    return pool.stakes().stream()
        .allMatch(
            stake -> filled(stake.size()).max(window.share()).compareTo(breakEven(stake)) < 0);
  }

  /// The share to which the lowest `size` of what ends is filled if a part runs all the time.
  private BigDecimal filled(BigDecimal size) {
    return running().divide(size, MathContext.DECIMAL64).min(BigDecimal.ONE);
  }

  /// What is used beyond what stays, if a part runs all the time.
  private BigDecimal running() {
    return window.used().subtract(pool.staying()).max(BigDecimal.ZERO);
  }

  private static BigDecimal breakEven(Stake stake) {
    return stake.breakEven().orElseThrow().divide(HUNDRED, MathContext.DECIMAL64);
  }

  /// The units of each stake that pay if a part runs all the time, those first that pay earliest.
  List<Integer> paying() {
    int[] pay = new int[pool.stakes().size()];
    BigDecimal left = running();
    for (int index :
        IntStream.range(0, pay.length)
            .boxed()
            .sorted(Comparator.comparing(index -> breakEven(pool.stakes().get(index))))
            .toList()) {
      Stake stake = pool.stakes().get(index);
      pay[index] = paying(stake, left);
      left =
          left.subtract(stake.size().multiply(BigDecimal.valueOf(pay[index]))).max(BigDecimal.ZERO);
    }
    return Arrays.stream(pay).boxed().toList();
  }

  private static int paying(Stake stake, BigDecimal left) {
    BigDecimal units = left.divide(stake.size(), MathContext.DECIMAL64);
    BigDecimal whole = units.setScale(0, RoundingMode.DOWN);
    boolean oneMore = units.subtract(whole).compareTo(breakEven(stake)) > 0;
    return Math.min(stake.count(), whole.intValue() + (oneMore ? 1 : 0));
  }
}
