package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.finding.Usage;
import dev.riexpiry.finding.Worth;
import dev.riexpiry.policy.PoolUse.Stake;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A commitment in a pool.
///
/// @param commitment the commitment
/// @param quantity the usage it gives its discount on
/// @param month its use in the last 30 days
/// @param week its use in the last 7 days
/// @param worth what it costs and saves
record PoolMember(
    Commitment commitment,
    Quantity quantity,
    Optional<Usage> month,
    Optional<Usage> week,
    Optional<Worth> worth) {
  /// Cost Explorer has whole seconds, and ends a second early.
  private static final Duration ROUNDED = Duration.ofSeconds(2);

  PoolMember {
    requireNonNull(commitment, "commitment is null");
    requireNonNull(quantity, "quantity is null");
    requireNonNull(month, "month is null");
    requireNonNull(week, "week is null");
    requireNonNull(worth, "worth is null");
  }

  /// The days of data: as many as Cost Explorer counts hours of. Of a Savings Plan it counts none,
  /// and the days of the longer window count that are within its term.
  int days() {
    return month
        .map(usage ->
            usage
                .hours()
                .map(hours -> hours.divide(hoursOfDay(), 0, RoundingMode.HALF_UP).intValue())
                .orElseGet(() -> daysOfTerm(usage)))
        .orElse(0);
  }

  private BigDecimal hoursOfDay() {
    return BigDecimal.valueOf(24L * commitment.covered().quantity());
  }

  private int daysOfTerm(Usage usage) {
    Instant first = commitment.start().isAfter(usage.begin()) ? commitment.start() : usage.begin();
    Instant last = commitment.end().isBefore(usage.end()) ? commitment.end() : usage.end();
    return (int) Math.max(0, Duration.between(first, last.plus(ROUNDED)).toDays());
  }

  /// The units that were used on average.
  BigDecimal used(Usage usage) {
    return quantity.units().multiply(usage.percent()).movePointLeft(2);
  }

  /// What ends of it and is not renewed.
  ///
  /// @param share the share that is not renewed, more than 0
  Stake stake(BigDecimal share) {
    int of = commitment.covered().quantity();
    int count = share.multiply(BigDecimal.valueOf(of)).setScale(0, RoundingMode.UP).intValueExact();
    return new Stake(
        count,
        quantity.units().divide(BigDecimal.valueOf(of), MathContext.DECIMAL64),
        breakEven(),
        commitment.covered() instanceof Covered.Spend);
  }

  /// Tells whether it was used enough to pay, of what was counted on it.
  boolean paysByItself() {
    return month
        .flatMap(usage -> breakEven().filter(share -> usage.percent().compareTo(share) > 0))
        .isPresent();
  }

  /// The share from which on it pays. Where Cost Explorer gives no price of an hour, as for all
  /// Savings Plans, that is what it costs divided by what its usage costs on demand, times its use.
  private Optional<BigDecimal> breakEven() {
    return worth.flatMap(known ->
        known
            .breakEvenPercent()
            .or(() ->
                month.flatMap(usage ->
                    known
                        .monthlyOnDemand()
                        .filter(onDemand -> onDemand.signum() > 0)
                        .flatMap(onDemand ->
                            known
                                .monthlyCost()
                                .map(cost ->
                                    cost.multiply(usage.percent())
                                        .divide(onDemand, 2, RoundingMode.HALF_UP))))));
  }
}
