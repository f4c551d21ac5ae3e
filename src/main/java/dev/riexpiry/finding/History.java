package dev.riexpiry.finding;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The announcements of earlier runs and of others that run now, as far as they are known.
///
/// @param recorded whether there is a ledger
/// @param first the day on which an expiring commitment was first announced, by its current
///   announcement
/// @param notDue the announcements that this run does not make, because another one has made them
///   or is about to
/// @param ledgerFailures why the ledger could not be used; an announcement may then be a repeat
public record History(
    boolean recorded,
    Map<Announcement, LocalDate> first,
    Set<Announcement> notDue,
    List<Failure> ledgerFailures) {
  /// The history of a run without a ledger, to which everything is new every day.
  public static final History NONE = new History(false, Map.of(), Set.of(), List.of());

  public History {
    first = Map.copyOf(first);
    notDue = Set.copyOf(notDue);
    ledgerFailures = List.copyOf(ledgerFailures);
  }

  /// Adds announcements of another run, and further failures of the ledger.
  public History and(Set<Announcement> alsoNotDue, List<Failure> alsoFailed) {
    Set<Announcement> all = new HashSet<>(notDue);
    all.addAll(alsoNotDue);
    return new History(
        recorded,
        first,
        all,
        Stream.concat(ledgerFailures.stream(), alsoFailed.stream()).distinct().toList());
  }

  /// Tells whether this run announces a finding. A renewed commitment is never announced: there is
  /// nothing to do about it.
  public boolean isDue(Finding finding) {
    boolean renewed = finding instanceof Expiring expiring && expiring.renewed();
    return !renewed && !notDue.contains(finding.announcement());
  }

  /// The check date on which a commitment was first announced, if that was before this run.
  public Optional<LocalDate> firstAnnounced(Expiring expiring) {
    return Optional.ofNullable(first.get(expiring.announcement()));
  }

  /// The check date since which a place cannot be read, where that is recorded.
  public Optional<LocalDate> since(Unread unread) {
    return recorded ? Optional.of(unread.outage().since()) : Optional.empty();
  }
}
