package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;

/// A purchase that may replace others, as it was bought.
///
/// @param commitment the purchase
/// @param quantity the usage it was bought for
record Supply(Commitment commitment, Quantity quantity) {
  static final Comparator<Supply> BY_START =
      Comparator.comparing(
          Supply::commitment,
          Comparator.comparing(Commitment::start)
              .thenComparing(Commitment::end)
              .thenComparing(Commitment::id));

  Supply {
    requireNonNull(commitment, "commitment is null");
    requireNonNull(quantity, "quantity is null");
  }

  Instant start() {
    return commitment.start();
  }

  BigDecimal units() {
    return quantity.units();
  }
}
