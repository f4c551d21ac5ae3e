package dev.riexpiry.alert;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes counts and days, in English on every machine, whatever its locale.
final class Wording {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

  private Wording() {}

  /// Writes `3`, `51,000`.
  static String number(int number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /// Writes `1 target`, `3 targets`, `51,000 targets`.
  static String count(int count, String noun) {
    return number(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /// Writes `today`, `tomorrow`, `in 7 days`.
  static String daysLeft(int days) {
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

  /// Writes `Mon 11 May 2026`.
  static String day(LocalDate date) {
    return DAY.format(date);
  }
}
