package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Announcement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The records of some announcements.
///
/// @param announced those that were made
/// @param claimed those that were claimed, and neither released nor confirmed: a run makes them
///   now, or died and may have made them
public record LedgerEntries(Map<Announcement, LedgerEntry> announced, Set<Announcement> claimed) {
  /// The entries where nothing is recorded.
  public static final LedgerEntries NONE = new LedgerEntries(Map.of(), Set.of());

  public LedgerEntries {
    announced = Map.copyOf(announced);
    claimed = Set.copyOf(claimed);
  }

  /// These and others of the same announcements.
  LedgerEntries and(LedgerEntries others) {
    Map<Announcement, LedgerEntry> both = new HashMap<>(others.announced);
    both.putAll(announced);
    Set<Announcement> either = new HashSet<>(others.claimed);
    either.addAll(claimed);
    return new LedgerEntries(both, either);
  }

  /// The record of an announcement that was made.
  ///
  /// @param on the check date of the run that made it
  /// @param first the check date on which the same commitment or outage was first announced; the
  ///   same day if this was the first time
  public record LedgerEntry(LocalDate on, LocalDate first) {
    public LedgerEntry {
      requireNonNull(on, "on is null");
      requireNonNull(first, "first is null");
    }
  }
}
