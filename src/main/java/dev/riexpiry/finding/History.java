package dev.riexpiry.finding;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is known of earlier runs, and of others that run now.
///
/// @param recorded whether there is a ledger that knows
/// @param first when people first heard of an expiring commitment, by its current announcement
/// @param notDue what this run does not announce, because another one has or is about to
/// @param doubts why the ledger could not be used; what is announced may then be a repeat
public record History(
    boolean recorded,
    Map<Announcement, LocalDate> first,
    Set<Announcement> notDue,
    List<Failure> doubts) {
  /// The history of a run without a ledger, to which everything is new every day.
  public static final History NONE = new History(false, Map.of(), Set.of(), List.of());

  public History {
    first = Map.copyOf(first);
    notDue = Set.copyOf(notDue);
    doubts = List.copyOf(doubts);
  }

  /// Adds what another run announces, and further doubts.
  public History and(Set<Announcement> notDueToo, List<Failure> doubtsToo) {
    Set<Announcement> all = new HashSet<>(notDue);
    all.addAll(notDueToo);
    return new History(
        recorded,
        first,
        all,
        Stream.concat(doubts.stream(), doubtsToo.stream()).distinct().toList());
  }

  /// Tells whether this run announces a finding. A renewed commitment is never announced: there is
  /// nothing to do about it.
  public boolean isDue(Finding finding) {
    boolean renewed = finding instanceof Expiring expiring && expiring.renewed();
    return !renewed && !notDue.contains(finding.announcement());
  }

  /// The check date on which people first heard of a commitment, if that was before this run.
  public Optional<LocalDate> firstAnnounced(Expiring expiring) {
    return Optional.ofNullable(first.get(expiring.announcement()));
  }

  /// The check date since which a place cannot be read, where that is recorded.
  public Optional<LocalDate> since(Unread unread) {
    return recorded ? Optional.of(unread.outage().since()) : Optional.empty();
  }
}
