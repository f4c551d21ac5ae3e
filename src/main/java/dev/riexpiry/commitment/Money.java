package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/// An amount of money, with two decimals at least and no zeros behind them, so that equal amounts
/// are equal.
///
/// @param amount the number
/// @param currency such as `USD`; empty where the service does not say
public record Money(BigDecimal amount, Optional<String> currency) {
  private static final int CENTS = 2;

  public Money {
    requireNonNull(amount, "amount is null");
    requireNonNull(currency, "currency is null");
    BigDecimal stripped = amount.stripTrailingZeros();
    amount = stripped.setScale(Math.max(CENTS, stripped.scale()));
  }

  /// Writes it as `0.0556 USD`.
  @Override
  public String toString() {
    return amount.toPlainString() + currency.map(code -> " " + code).orElse("");
  }
}
