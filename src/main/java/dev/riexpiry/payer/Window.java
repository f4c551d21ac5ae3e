package dev.riexpiry.payer;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The days that Cost Explorer is asked about, in UTC. What it knows is of now, whatever day a
/// check takes it to be.
///
/// @param from the first day
/// @param to the last day
public record Window(LocalDate from, LocalDate to) {
  /// The time by which Cost Explorer's data may be late, in whole days: it is late by 24 to 48
  /// hours, and a day is whole only when it is over.
  public static final Duration LATE = Duration.ofDays(3);

  private static final int LATE_DAYS = 2;

  private static final int DAYS = 30;
  private static final int RECENT_DAYS = 7;

  /// @throws IllegalArgumentException if `to` is before `from`
  public Window {
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the last day %s is before %s".formatted(to, from));
    }
  }

  /// The 30 days that end two days before `now`.
  public static Window before(Instant now) {
    LocalDate end = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(LATE_DAYS);
    return new Window(end.minusDays(DAYS), end.minusDays(1));
  }

  /// Its last 7 days.
  public Window recent() {
    return new Window(to.minusDays(RECENT_DAYS - 1L), to);
  }

  /// The instant at which its first day begins.
  public Instant begin() {
    return from.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// The instant at which its last day is over.
  public Instant end() {
    return after().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// The day after the last one, with which AWS ends a period.
  public LocalDate after() {
    return to.plusDays(1);
  }
}
