package dev.riexpiry.cli;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Counts by week what a table has too many rows of to be seen at once.
final class WeekSummary {
  private static final int MANY = 40;
  private static final int WEEKS = 13;

  private WeekSummary() {}

  /// A line that counts how many end in each week, for a quarter of a year from the first; empty
  /// for 40 rows and fewer.
  static String of(List<LocalDate> lastDays) {
    if (lastDays.size() <= MANY) {
      return "";
    }
    Map<LocalDate, Long> weeks =
        lastDays.stream()
            .collect(
                Collectors.groupingBy(
                    day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                    TreeMap::new,
                    Collectors.counting()));
    long later = weeks.values().stream().skip(WEEKS).mapToLong(Long::longValue).sum();
    return weeks.entrySet().stream()
        .limit(WEEKS)
        .map(week -> week.getKey() + ": " + week.getValue())
        .collect(
            Collectors.joining(
                ", ",
                "Ends by week from Monday: ",
                (later == 0 ? "" : ", later: " + later) + "\n"));
  }
}
