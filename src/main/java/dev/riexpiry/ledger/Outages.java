package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unread;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// All open outages of one account, or of the organization's list of accounts, as they are
/// recorded.
///
/// @param whole the account or the organization
/// @param version how often this was written; 0 if it never was
/// @param open by place
public record Outages(Place whole, long version, Map<Place, OpenOutage> open) {
  /// @throws IllegalArgumentException if `whole` is a target, or an outage belongs to another
  public Outages {
    requireNonNull(whole, "whole is null");
    open = Map.copyOf(open);
    if (whole.target().isPresent()) {
      throw new IllegalArgumentException("a target is no whole: " + whole.key());
    }
    for (Map.Entry<Place, OpenOutage> outage : open.entrySet()) {
      if (!outage.getKey().equals(outage.getValue().place())
          || !outage.getKey().whole().equals(whole)) {
        throw new IllegalArgumentException(
            outage.getValue().place().key() + " is no place of " + whole.key());
      }
    }
  }

  /// The outages where none is recorded.
  public static Outages none(Place whole) {
    return new Outages(whole, 0, Map.of());
  }

  /// The next version, after a run. An outage that another run has opened keeps its beginning, and
  /// one that another run has opened anew is not closed.
  ///
  /// @param opened outages that have begun, or go on
  /// @param closed outages that have ended
  public Outages after(Collection<OpenOutage> opened, Collection<OpenOutage> closed) {
    Map<Place, OpenOutage> next = new LinkedHashMap<>(open);
    for (OpenOutage outage : closed) {
      next.computeIfPresent(
          outage.place(), (_, known) -> known.outage().equals(outage.outage()) ? null : known);
    }
    for (OpenOutage outage : opened) {
      next.merge(
          outage.place(),
          outage,
          (known, now) -> new OpenOutage(now.place(), known.outage(), now.code()));
    }
    return new Outages(whole, version + 1, next);
  }

  /// An outage that was announced, and the end of which was not.
  ///
  /// @param place the place
  /// @param outage the outage, with its beginning
  /// @param code the code of the failure when the place was last read
  public record OpenOutage(Place place, Outage outage, String code) {
    public OpenOutage {
      requireNonNull(place, "place is null");
      requireNonNull(outage, "outage is null");
      requireNonNull(code, "code is null");
    }

    static OpenOutage of(Unread unread) {
      return new OpenOutage(unread.place(), unread.outage(), unread.failure().code());
    }

    /// The finding that it is over.
    Restored restored() {
      return new Restored(place, outage);
    }
  }
}
