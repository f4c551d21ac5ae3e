package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// The day a check takes it to be, and the zone in which its days begin and end.
///
/// @param date the day
/// @param zone the zone that turns the instant a commitment ends into a calendar day
public record CheckDate(LocalDate date, ZoneId zone) {
  public CheckDate {
    requireNonNull(date, "date is null");
    requireNonNull(zone, "zone is null");
  }

  /// The day that holds `instant` in `zone`.
  public static CheckDate at(Instant instant, ZoneId zone) {
    return new CheckDate(LocalDate.ofInstant(instant, zone), zone);
  }

  /// Counts the calendar days from the check date to the last day of what ends at `end`: 0 if that
  /// is the check date itself, negative if it has passed.
  ///
  /// Days are counted between dates, never as a division of hours, which would say 6 for 6.9 days.
  public long daysLeft(Instant end) {
    return ChronoUnit.DAYS.between(date, lastDay(end));
  }

  /// The last day in the zone on which what ends at `end` still applies. An end at exactly midnight
  /// belongs to the day before: nothing of the day that begins is left.
  public LocalDate lastDay(Instant end) {
    return LocalDate.ofInstant(end.minusNanos(1), zone);
  }

  /// Counts the calendar days from the first day of what begins at `start` to the check date: 0 if
  /// that is the check date itself, negative if it is still to come.
  public long daysSince(Instant start) {
    return ChronoUnit.DAYS.between(firstDay(start), date);
  }

  /// The first day in the zone on which what begins at `start` applies.
  public LocalDate firstDay(Instant start) {
    return LocalDate.ofInstant(start, zone);
  }
}
