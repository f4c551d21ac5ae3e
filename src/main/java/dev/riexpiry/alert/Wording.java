package dev.riexpiry.alert;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes counts and days, in English on every machine, whatever its locale.
public final class Wording {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

  private Wording() {}

  /// Writes `3`, `51,000`.
  public static String number(int number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /// Writes `1 target`, `3 targets`, `51,000 targets`.
  public static String count(int count, String noun) {
    return number(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /// Writes `today`, `tomorrow`, `in 7 days`.
  public static String daysLeft(int days) {
    return switch (days) {
      case 0 -> "today";
      case 1 -> "tomorrow";
      default -> "in " + days + " days";
    };
  }

  /// Writes `yesterday`, `2 days ago`.
  static String daysAgo(int days) {
    return days == 1 ? "yesterday" : days + " days ago";
  }

  /// Writes how everything that has lapsed ended: `LAPSED` or, where that is true of all of it,
  /// that it was given back, or ended early on an unknown day.
  static String ended(FindingCounts counts) {
    return counts.givenBack() == counts.lapsed()
        ? "GIVEN BACK"
        : counts.daysAgo().isKnown() ? "LAPSED" : "LAPSED EARLY";
  }

  /// Writes a time in hours up to two days, then in whole days.
  static String time(Duration time) {
    return time.compareTo(Duration.ofDays(2)) < 0
        ? count((int) Math.max(1, time.plusMinutes(30).toHours()), "hour")
        : count((int) time.toDays(), "day");
  }

  /// Writes `Mon 11 May 2026`.
  public static String day(LocalDate date) {
    return DAY.format(date);
  }
}
