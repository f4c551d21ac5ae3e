package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// How much of a commitment was used over some days, as AWS's Cost Explorer reports it.
///
/// @param from the first day, in UTC
/// @param to the last day, in UTC
/// @param percent the share that was used, from 0 to 100 (`UtilizationPercentage`), to two decimals
/// @param hours the hours of all its units within these days (`PurchasedHours`); of a Savings Plan,
///   and where that is not reported, empty
/// @param unusedHours those of them that were paid and not used (`UnusedHours`)
public record Usage(
    LocalDate from,
    LocalDate to,
    BigDecimal percent,
    Optional<BigDecimal> hours,
    Optional<BigDecimal> unusedHours) {
  private static final int DECIMALS = 2;

  /// @throws IllegalArgumentException if `to` is before `from`
  public Usage {
    requireNonNull(percent, "percent is null");
    requireNonNull(hours, "hours is null");
    requireNonNull(unusedHours, "unusedHours is null");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the last day %s is before %s".formatted(to, from));
    }
    percent = rounded(percent);
    hours = hours.map(Usage::rounded);
    unusedHours = unusedHours.map(Usage::rounded);
  }

  /// The instant at which its first day begins.
  public Instant begin() {
    return from.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// The instant at which its last day is over.
  public Instant end() {
    return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static BigDecimal rounded(BigDecimal number) {
    return number.setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
