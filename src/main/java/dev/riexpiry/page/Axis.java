package dev.riexpiry.page;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.CheckDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/// The days that the timeline shows, from left to right: from the first start to the last end, but
/// not more than three years before today and after it. What lies outside stands at its edge.
///
/// @param first the day at the left edge
/// @param today the day of the check
/// @param last the day at the right edge, later than `first`
record Axis(LocalDate first, LocalDate today, LocalDate last) {
  private static final int LEFT = 376;
  private static final int RIGHT = 1190;
  private static final int YEARS = 3;

  Axis {
    requireNonNull(first, "first is null");
    requireNonNull(today, "today is null");
    if (!last.isAfter(first)) {
      throw new IllegalArgumentException("the last day is not after the first: " + last);
    }
  }

  static Axis of(List<Commitment> shown, CheckDate checkDate) {
    LocalDate today = checkDate.date();
    LocalDate first =
        shown.stream()
            .map(item -> checkDate.firstDay(item.start()))
            .reduce(today.minusMonths(1), Axis::earlier);
    LocalDate last =
        shown.stream()
            .map(item -> checkDate.lastDay(item.end()).plusDays(1))
            .reduce(today.plusMonths(1), Axis::later);
    return new Axis(
        later(first, today.minusYears(YEARS)), today, earlier(last, today.plusYears(YEARS)));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /// Where a day begins.
  int x(LocalDate day) {
    long span = ChronoUnit.DAYS.between(first, last);
    return Math.clamp(
        LEFT + ChronoUnit.DAYS.between(first, day) * (RIGHT - LEFT) / span, LEFT, RIGHT);
  }

  /// The first days of the years that begin within it.
  List<LocalDate> years() {
    return IntStream.rangeClosed(first.getYear(), last.getYear())
        .mapToObj(year -> LocalDate.of(year, 1, 1))
        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
        .toList();
  }
}
