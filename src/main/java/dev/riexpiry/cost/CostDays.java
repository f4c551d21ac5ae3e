package dev.riexpiry.cost;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// The days whose costs are asked for, in UTC, which are the days that AWS bills by.
///
/// @param from the first day
/// @param to the last day
public record CostDays(LocalDate from, LocalDate to) {
  /// How many are asked for where nobody says.
  public static final int USUAL = 14;

  /// The most that may be asked for: Cost Explorer keeps single days for 14 months.
  public static final int MOST = 425;

  /// @throws IllegalArgumentException if `to` is before `from`
  public CostDays {
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the last day %s is before %s".formatted(to, from));
    }
  }

  /// The last whole days before `now`. On the first of a month these are days of the month before:
  /// a period that begins with the month would be empty then, which Cost Explorer refuses.
  ///
  /// @param count how many, from 1 to [#MOST]
  public static CostDays before(Instant now, int count) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new CostDays(today.minusDays(count), today.minusDays(1));
  }

  /// The day after the last one, with which AWS ends a period.
  public LocalDate after() {
    return to.plusDays(1);
  }

  /// Tells whether `day` is one of them.
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /// All of them, the first one first.
  public List<LocalDate> all() {
    return from.datesUntil(after()).toList();
  }
}
