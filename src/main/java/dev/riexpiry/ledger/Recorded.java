package dev.riexpiry.ledger;



import java.util.Map;
import java.util.Set;

/// What a ledger holds of some announcements.
///
/// @param told those that were made
/// @param begun those that were claimed, not given back, and not confirmed: a run makes them now,
///   or died and may have made them
public record Recorded(Map<Announcement, Told> told, Set<Announcement> begun) {
  /// Nothing.
  public static final Recorded NOTHING = new Recorded(Map.of(), Set.of());

  public Recorded {
    told = Map.copyOf(told);
    begun = Set.copyOf(begun);
  }
}
