package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// A place that cannot be read, and was told of.
///
/// @param place where
/// @param start when it was first told of
/// @param code the code of the failure when it was last looked at
public record OpenGap(GapPlace place, GapStart start, String code) {
  private static final int DAYS_BETWEEN_REMINDERS = 7;

  public OpenGap {
    requireNonNull(place, "place is null");
    requireNonNull(start, "start is null");
    requireNonNull(code, "code is null");
  }

  /// The check date on which it was first told of.
  public LocalDate since() {
    return start.date();
  }

  /// What is to be announced of it on a day, if it has not been yet: that it is there, in the first
  /// or a later week. A day before the first belongs to the first week.
  public Announcement.OfGap announcement(LocalDate date) {
    long days = Math.max(0, ChronoUnit.DAYS.between(since(), date));
    return new Announcement.OfGap(place, start, (int) (days / DAYS_BETWEEN_REMINDERS));
  }

  /// What is to be announced when it is gone.
  public Announcement.OfRecovery recovery() {
    return new Announcement.OfRecovery(place, start);
  }
}
