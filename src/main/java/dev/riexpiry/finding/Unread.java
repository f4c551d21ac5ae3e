package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/// A place that could not be read in full. It is announced when it becomes unread, and once more
/// each week while it stays so. What AWS says it does not offer is announced once.
///
/// @param place the place
/// @param failure the reason, and what to do about it
/// @param outage the outage, with its beginning
/// @param week 0 when it is new, then the number of whole weeks
public record Unread(Place place, Failure failure, Outage outage, int week) implements Finding {
  /// Orders whole places first, then by account, region, service, code and message.
  public static final Comparator<Unread> BY_PLACE =
      Comparator.comparing(
          unread -> new PlaceFailure(unread.place, unread.failure), PlaceFailure.ORDER);

  private static final int DAYS_BETWEEN_REMINDERS = 7;

  /// @throws IllegalArgumentException if `week` is negative
  public Unread {
    requireNonNull(place, "place is null");
    requireNonNull(failure, "failure is null");
    requireNonNull(outage, "outage is null");
    if (week < 0) {
      throw new IllegalArgumentException("week is negative: " + week);
    }
  }

  /// A place that is unread on a day, in an outage that began then or earlier. A day before its
  /// beginning belongs to its first week.
  public static Unread on(LocalDate date, Place place, Failure failure, Outage outage) {
    long days = Math.max(0, ChronoUnit.DAYS.between(outage.since(), date));
    return new Unread(place, failure, outage, (int) (days / DAYS_BETWEEN_REMINDERS));
  }

  @Override
  public Announcement announcement() {
    return new Announcement(
        "gap#%s#%s#%s"
            .formatted(
                place.key(), outage.key(), failure.isNotOffered() ? "not-offered" : "" + week),
        outage
            .since()
            .plusWeeks(week)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .plus(Announcement.KEPT),
        false);
  }
}
