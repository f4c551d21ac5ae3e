package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How often an overview is told, although nothing may be due.
///
/// - default: [#OFF]
public enum Cadence {
  /// Never.
  OFF("off"),
  /// Once in each week of ISO 8601, which begins on Monday.
  WEEKLY("weekly"),
  /// Once in each month.
  MONTHLY("monthly");

  private final String id;

  Cadence(String id) {
    this.id = requireNonNull(id, "id is null");
  }

  /// The word that stands for it in settings.
  public String id() {
    return id;
  }

  /// Names the period that a day is in: `2026-W19`, `2026-05`; the day itself where there is none.
  public String period(LocalDate day) {
    return switch (this) {
      case OFF -> day.toString();
      case WEEKLY ->
          "%d-W%02d"
              .formatted(
                  day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTHLY -> YearMonth.from(day).toString();
    };
  }

  /// Tells whether a period begins on a day.
  public boolean beginsOn(LocalDate day) {
    return switch (this) {
      case OFF -> false;
      case WEEKLY -> day.getDayOfWeek() == DayOfWeek.MONDAY;
      case MONTHLY -> day.getDayOfMonth() == 1;
    };
  }

  /// The cadence that `id` stands for.
  public static Optional<Cadence> of(String id) {
    return Arrays.stream(values()).filter(cadence -> cadence.id.equals(id)).findFirst();
  }

  /// The words that [#of] understands.
  public static List<String> ids() {
    return Arrays.stream(values()).map(Cadence::id).toList();
  }

  @Override
  public String toString() {
    return id;
  }
}
