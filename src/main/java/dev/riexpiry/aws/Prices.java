package dev.riexpiry.aws;

import dev.riexpiry.commitment.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The price of a commitment for an hour: its recurring charges, and its upfront payment spread
/// over its term. Charges for the time that something runs (`UsagePrice`, of offerings before 2014)
/// are no part of it.
final class Prices {
  private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);
  private static final int DECIMALS = 6;

  private Prices() {}

  /// @param units the number of units; the prices are for one
  /// @param upfront the payment for the whole term
  /// @param seconds the length of the term
  /// @param recurring the charges for an hour; empty if they cannot be known
  /// @param currency as the service gives it
  /// @return the price; empty where the service gives none: a modified reservation has zeros
  static Optional<Money> hourly(
      int units,
      @Nullable Number upfront,
      @Nullable Number seconds,
      Optional<BigDecimal> recurring,
      @Nullable String currency) {
    BigDecimal paid =
        upfront == null ? BigDecimal.ZERO : amount(upfront.toString()).orElse(BigDecimal.ZERO);
    if (recurring.isEmpty()
        || (paid.signum() > 0 && (seconds == null || seconds.longValue() < 1))) {
      return Optional.empty();
    }
    BigDecimal spread =
        seconds == null || seconds.longValue() < 1
            ? BigDecimal.ZERO
            : paid.multiply(SECONDS_AN_HOUR)
                .divide(
                    BigDecimal.valueOf(seconds.longValue()), DECIMALS + 2, RoundingMode.HALF_UP);
    BigDecimal hourly =
        recurring
            .get()
            .add(spread)
            .multiply(BigDecimal.valueOf(units))
            .setScale(DECIMALS, RoundingMode.HALF_UP);
    return hourly.signum() > 0
        ? Optional.of(new Money(hourly, OptionalMembers.text(currency)))
        : Optional.empty();
  }

  /// An amount that comes as text; empty if it is no number.
  static Optional<BigDecimal> amount(@Nullable String text) {
    try {
      return OptionalMembers.text(text).map(BigDecimal::new);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// The sum of charges that all recur hourly; empty if one recurs otherwise.
  static <T> Optional<BigDecimal> recurring(
      Collection<T> charges,
      Function<T, @Nullable Double> amount,
      Function<T, @Nullable String> frequency) {
    BigDecimal sum = BigDecimal.ZERO;
    for (T charge : charges) {
      Double some = amount.apply(charge);
      if (some == null) {
        continue;
      }
      if (!"Hourly".equalsIgnoreCase(frequency.apply(charge)) || !Double.isFinite(some)) {
        return Optional.empty();
      }
      sum = sum.add(BigDecimal.valueOf(some));
    }
    return Optional.of(sum);
  }
}
