package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unreadable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a run knows of earlier ones.
///
/// @param date the check date of the run
/// @param firstTold when people first heard of an expiring commitment, by its current milestone
/// @param gaps which places cannot be read now, and since when
/// @param silent what this run does not tell, because another one has told it or is telling it
/// @param doubts why the ledger could not be used; what is told may then be a repeat
public record Memory(
    LocalDate date,
    Map<Announcement, LocalDate> firstTold,
    GapChanges gaps,
    Set<Announcement> silent,
    List<Failure> doubts) {
  /// That of a run without a ledger: everything is new every day.
  public static final Memory NONE =
      new Memory(LocalDate.EPOCH, Map.of(), GapChanges.NONE, Set.of(), List.of());

  public Memory {
    requireNonNull(date, "date is null");
    firstTold = Map.copyOf(firstTold);
    requireNonNull(gaps, "gaps is null");
    silent = Set.copyOf(silent);
    doubts = List.copyOf(doubts);
  }

  /// The same, with more that is not to be told by this run, and more doubts.
  public Memory and(Set<Announcement> silentToo, List<Failure> doubtsToo) {
    Set<Announcement> all = new HashSet<>(silent);
    all.addAll(silentToo);
    return new Memory(
        date,
        firstTold,
        gaps,
        all,
        Stream.concat(doubts.stream(), doubtsToo.stream()).distinct().toList());
  }

  /// What there is to announce of a place that could not be read; nothing where nothing is
  /// remembered.
  public Optional<Announcement> announcement(Unreadable unreadable) {
    return gap(unreadable).map(gap -> gap.announcement(date));
  }

  private Optional<OpenGap> gap(Unreadable unreadable) {
    return Optional.ofNullable(gaps.now().get(GapPlace.of(unreadable)));
  }

  /// Tells whether this run tells of a commitment.
  public boolean isDue(Expiring expiring) {
    return !silent.contains(Announcement.OfCommitment.of(expiring));
  }

  /// Tells whether this run tells of a purchase that is not paid.
  public boolean isDue(Unpaid trouble) {
    return !silent.contains(Announcement.OfPayment.of(trouble));
  }

  /// Tells whether this run tells of a lapse.
  public boolean isDue(Lapsed lapsed) {
    return !silent.contains(Announcement.OfLapse.of(lapsed));
  }

  /// Tells whether this run tells of a place that could not be read.
  public boolean isDue(Unreadable unreadable) {
    return announcement(unreadable)
        .map(announcement -> !silent.contains(announcement))
        .orElse(true);
  }

  /// Tells whether this run tells that a gap is gone.
  public boolean isDue(OpenGap recovered) {
    return !silent.contains(recovered.recovery());
  }

  /// When people first heard of a commitment, if that was before this run.
  public Optional<LocalDate> firstTold(Expiring expiring) {
    return Optional.ofNullable(firstTold.get(Announcement.OfCommitment.of(expiring)));
  }

  /// Since when a place cannot be read, where that is remembered.
  public Optional<LocalDate> since(Unreadable unreadable) {
    return gap(unreadable).map(OpenGap::since);
  }

  /// How many expiring commitments people know of and are not told again.
  public int toldBefore() {
    return (int) silent.stream().filter(Announcement.OfCommitment.class::isInstance).count();
  }

  /// Tells whether this run tells of a place that cannot be read: always where nothing is
  /// remembered.
  public boolean tellsOfGaps() {
    return gaps.now().isEmpty() || gaps.now().size() > knownGaps().size();
  }

  /// The same with other gaps.
  public Memory with(GapChanges other) {
    return new Memory(date, firstTold, other, silent, doubts);
  }

  /// The places that still cannot be read, of which people know and are not told again.
  public List<GapPlace> knownGaps() {
    return gaps.now().values().stream()
        .filter(gap -> silent.contains(gap.announcement(date)))
        .map(OpenGap::place)
        .toList();
  }
}
