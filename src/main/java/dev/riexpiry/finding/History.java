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
/// @param perhapsMade the announcements that another run may have made, which did not learn whether
///   its message was taken, or died before it recorded that; announced by this run they may be
///   repeats
/// @param untold the announcements that are due and that this run has no time for
/// @param ledgerFailures why the ledger could not be used; an announcement may then be a repeat
public record History(
    boolean recorded,
    Map<Announcement, LocalDate> first,
    Set<Announcement> notDue,
    Set<Announcement> perhapsMade,
    Set<Announcement> untold,
    List<Failure> ledgerFailures) {
  /// The history of a run without a ledger, to which everything is new every day.
  public static final History NONE =
      new History(false, Map.of(), Set.of(), Set.of(), Set.of(), List.of());

  public History {
    first = Map.copyOf(first);
    notDue = Set.copyOf(notDue);
    perhapsMade = Set.copyOf(perhapsMade);
    untold = Set.copyOf(untold);
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
        perhapsMade,
        untold,
        Stream.concat(ledgerFailures.stream(), alsoFailed.stream()).distinct().toList());
  }

  /// The same history with other announcements that another run may have made.
  public History perhaps(Set<Announcement> others) {
    return new History(recorded, first, notDue, others, untold, ledgerFailures);
  }

  /// The same history of a run that has no time for some announcements.
  public History leaving(Set<Announcement> noTimeFor) {
    return new History(recorded, first, notDue, perhapsMade, noTimeFor, ledgerFailures);
  }

  /// Tells whether a finding, if this run announces it, may be a repeat.
  public boolean mayBeRepeat(Finding finding) {
    return perhapsMade.contains(finding.announcement());
  }

  /// Tells whether a finding is due and this run has no time to announce it.
  public boolean isUntold(Finding finding) {
    return untold.contains(finding.announcement()) && isDue(finding);
  }

  /// Tells whether this run announces a finding, if it has time for it.
  public boolean isDue(Finding finding) {
    return finding.isTold()
        && (recorded || !finding.needsRecord())
        && !notDue.contains(finding.announcement())
        && !wasAnnouncedUnderOtherNames(finding);
  }

  /// Tells whether people were told of a finding when it had other names: of each of the parts that
  /// it was made of.
  private boolean wasAnnouncedUnderOtherNames(Finding finding) {
    List<Set<Announcement>> earlier = finding.earlier();
    return !earlier.isEmpty()
        && earlier.stream().allMatch(line -> line.stream().anyMatch(notDue::contains));
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
