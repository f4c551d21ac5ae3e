package dev.riexpiry.finding;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// The numbers of days before an end at which people are told of it.
///
/// - default: 60, 30, 7 and 1, the days that AWS's own alerts use
///
/// @param days whole numbers from 0 to 3650, largest first, without repeats, at least one
public record Milestones(List<Integer> days) {
  /// The largest number of days, ten years: longer than any commitment AWS sells, and small enough
  /// to catch a slip of a digit.
  public static final int MAX_DAYS = 3650;

  /// The milestones of 60, 30, 7 and 1 days.
  public static final Milestones DEFAULT = new Milestones(List.of(60, 30, 7, 1));

  /// Takes the days in any order and with repeats.
  ///
  /// @throws IllegalArgumentException if there is none, or one is not from 0 to 3650
  public Milestones {
    days = days.stream().distinct().sorted((a, b) -> Integer.compare(b, a)).toList();
    if (days.isEmpty()) {
      throw new IllegalArgumentException("no milestone is given");
    }
    for (int day : days) {
      if (day < 0 || day > MAX_DAYS) {
        throw new IllegalArgumentException(day + " is not from 0 to " + MAX_DAYS);
      }
    }
  }

  /// Takes the days in any order and with repeats.
  ///
  /// @throws IllegalArgumentException as the constructor
  public static Milestones of(Collection<Integer> days) {
    return new Milestones(List.copyOf(days));
  }

  /// Reads a list such as `60,30,7,1`; spaces around the numbers are allowed.
  ///
  /// @throws IllegalArgumentException if a part is not a whole number, or as the constructor
  public static Milestones parse(String text) {
    return new Milestones(
        List.of(text.split(",", -1)).stream().map(part -> parseDays(part.strip())).toList());
  }

  private static int parseDays(String part) {
    try {
      return Integer.parseInt(part);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + part + "' is not a whole number", e);
    }
  }

  /// The milestone that a commitment with so many days left has reached: the smallest one that is
  /// not smaller. Empty if it has not reached the largest one yet, or has ended.
  public OptionalInt current(long daysLeft) {
    return daysLeft < 0
        ? OptionalInt.empty()
        : days.stream().mapToInt(Integer::intValue).filter(day -> day >= daysLeft).min();
  }

  /// The largest milestone: nothing that ends later than this is announced.
  public int largest() {
    return days.getFirst();
  }

  /// Writes the days separated by commas, largest first.
  @Override
  public String toString() {
    return days.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
