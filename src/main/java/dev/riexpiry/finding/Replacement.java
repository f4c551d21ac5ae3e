package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import java.math.BigDecimal;

/// A commitment that takes over from an expiring one, and how much of it.
///
/// @param commitment the one that takes over
/// @param units how much it takes over, in normalized units, money an hour, or pieces
/// @param gapDays calendar days in the zone of the check from the last day of the expiring one to
///   the first of this one; 0 if nothing lies between them
public record Replacement(Commitment commitment, BigDecimal units, int gapDays) {
  /// @throws IllegalArgumentException if `units` is not more than 0 or `gapDays` is negative
  public Replacement {
    requireNonNull(commitment, "commitment is null");
    if (units.signum() <= 0 || gapDays < 0) {
      throw new IllegalArgumentException(
          "units are not more than 0 or gapDays is negative: %s, %s".formatted(units, gapDays));
    }
  }
}
