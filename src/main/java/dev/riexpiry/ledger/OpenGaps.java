package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// All open gaps of one account, or that of the list of accounts, as they are remembered.
///
/// @param holder the account or the list
/// @param version how often this was written; 0 if it never was
/// @param gaps by place
public record OpenGaps(GapPlace holder, long version, Map<GapPlace, OpenGap> gaps) {
  /// @throws IllegalArgumentException if `holder` is a target, or a gap belongs to another
  public OpenGaps {
    requireNonNull(holder, "holder is null");
    gaps = Map.copyOf(gaps);
    if (holder.isTarget()) {
      throw new IllegalArgumentException("a target holds no gaps: " + holder.key());
    }
    for (Map.Entry<GapPlace, OpenGap> gap : gaps.entrySet()) {
      if (!gap.getKey().equals(gap.getValue().place()) || !gap.getKey().holder().equals(holder)) {
        throw new IllegalArgumentException(
            gap.getValue().place().key() + " is no gap of " + holder.key());
      }
    }
  }

  /// Nothing is remembered.
  public static OpenGaps none(GapPlace holder) {
    return new OpenGaps(holder, 0, Map.of());
  }

  /// The next version, after a run. A gap that somebody else opened keeps its date, and one that
  /// somebody else opened anew is not closed.
  ///
  /// @param open gaps that are there
  /// @param closed gaps that were there
  public OpenGaps after(Collection<OpenGap> open, Collection<OpenGap> closed) {
    Map<GapPlace, OpenGap> next = new LinkedHashMap<>(gaps);
    for (OpenGap gap : closed) {
      next.computeIfPresent(
          gap.place(), (_, known) -> known.start().equals(gap.start()) ? null : known);
    }
    for (OpenGap gap : open) {
      next.merge(
          gap.place(), gap, (known, now) -> new OpenGap(now.place(), known.start(), now.code()));
    }
    return new OpenGaps(holder, version + 1, next);
  }
}
