package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.time.ZoneOffset;
import java.util.Comparator;

/// A place that could not be read and now can, or is not to be read any more.
///
/// @param place the place
/// @param outage the outage that is over
public record Restored(Place place, Outage outage) implements Finding {
  /// Orders by the key of the place.
  public static final Comparator<Restored> BY_PLACE =
      Comparator.comparing(restored -> restored.place.key());

  public Restored {
    requireNonNull(place, "place is null");
    requireNonNull(outage, "outage is null");
  }

  @Override
  public boolean needsAction() {
    return false;
  }

  @Override
  public Announcement announcement() {
    return new Announcement(
        "recovery#%s#%s".formatted(place.key(), outage.key()),
        // The length of the outage is not known here; this is the least time for which it is kept.
        outage
            .since()
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .plus(Announcement.KEPT)
            .plus(Announcement.KEPT),
        true);
  }
}
