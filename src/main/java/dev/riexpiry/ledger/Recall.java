package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unreadable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the ledger knew before a run told anything.
///
/// @param memory what was told, and what is new
/// @param gaps what was remembered of the accounts that were looked at
/// @param perhapsTold the good news that another run may have told, and died before recording it
public record Recall(
    Memory memory, Map<GapPlace, OpenGaps> gaps, Set<Announcement.OfRecovery> perhapsTold) {
  public Recall {
    requireNonNull(memory, "memory is null");
    gaps = Map.copyOf(gaps);
    perhapsTold = Set.copyOf(perhapsTold);
  }

  /// Asks a ledger. What it cannot tell counts as not told.
  ///
  /// @param holders the accounts that were looked at, and the list of accounts if it was
  public static Recall of(
      Ledger ledger,
      CheckDate checkDate,
      Milestones milestones,
      List<Expiring> expiring,
      List<Lapsed> lapsed,
      List<Unpaid> troubles,
      List<Unreadable> unreadable,
      Collection<GapPlace> holders) {
    List<Failure> doubts = new ArrayList<>();
    Optional<Map<GapPlace, OpenGaps>> remembered = found(ledger.gaps(holders), doubts);
    Map<GapPlace, OpenGaps> gaps = remembered.orElse(Map.of());
    List<OpenGap> open =
        gaps.values().stream().flatMap(known -> known.gaps().values().stream()).toList();
    Optional<Recorded> recorded =
        recorded(
            ledger,
            Stream.of(
                    expiring.stream().map(Announcement.OfCommitment::of),
                    troubles.stream().map(Announcement.OfPayment::of),
                    lapsed.stream().map(Announcement.OfLapse::of),
                    open.stream().map(OpenGap::recovery),
                    recoveries(unreadable, remembered, checkDate.date()))
                .<Announcement>flatMap(announcements -> announcements)
                .collect(Collectors.toSet()),
            doubts);
    GapChanges changes =
        GapChanges.of(gaps, gap -> mayHaveEnded(gap, recorded), unreadable, checkDate.date());
    Map<Announcement, Told> told = new HashMap<>(recorded.orElse(Recorded.NOTHING).told());
    told.putAll(
        recorded(
                ledger,
                changes.now().values().stream()
                    .map(gap -> gap.announcement(checkDate.date()))
                    .toList(),
                doubts)
            .orElse(Recorded.NOTHING)
            .told());
    Map<Announcement, LocalDate> firstTold = new HashMap<>();
    Set<Expiring> fresh = new HashSet<>();
    for (Expiring item : expiring) {
      Announcement announcement = Announcement.OfCommitment.of(item);
      Optional.ofNullable(told.get(announcement))
          .ifPresentOrElse(
              known -> firstTold.put(announcement, known.first()), () -> fresh.add(item));
    }
    firstTold.putAll(earlier(ledger, milestones, fresh, doubts));
    return new Recall(
        new Memory(checkDate.date(), firstTold, changes, told.keySet(), doubts),
        gaps,
        open.stream()
            .filter(gap -> mayHaveEnded(gap, recorded))
            .map(OpenGap::recovery)
            .collect(Collectors.toSet()));
  }

  /// What may have been told on the day itself of places that cannot be read. Where it is certain
  /// that nothing is remembered of an account, no gap of it was ever told.
  ///
  /// @param remembered empty if nobody knows
  private static Stream<Announcement.OfRecovery> recoveries(
      List<Unreadable> unreadable, Optional<Map<GapPlace, OpenGaps>> remembered, LocalDate date) {
    return unreadable.stream()
        .map(GapPlace::of)
        .filter(place -> remembered.map(gaps -> gaps.containsKey(place.holder())).orElse(true))
        .flatMap(place ->
            GapStart.of(date).stream().map(start -> new Announcement.OfRecovery(place, start)));
  }

  /// When people first heard of commitments that have reached another milestone since.
  private static Map<Announcement, LocalDate> earlier(
      Ledger ledger, Milestones milestones, Set<Expiring> fresh, List<Failure> doubts) {
    Map<Announcement, Announcement> currentOf = new HashMap<>();
    for (Expiring item : fresh) {
      milestones.days().stream()
          .filter(days -> days > item.milestone())
          .forEach(days ->
              currentOf.put(
                  Announcement.OfCommitment.at(item.commitment(), days),
                  Announcement.OfCommitment.of(item)));
    }
    Map<Announcement, LocalDate> first = new HashMap<>();
    recorded(ledger, currentOf.keySet(), doubts)
        .orElse(Recorded.NOTHING)
        .told()
        .forEach((announcement, told) ->
            first.merge(
                currentOf.get(announcement), told.first(), (a, b) -> a.isBefore(b) ? a : b));
    return first;
  }

  /// Where nobody knows, a place that cannot be read is told as a new one rather than kept back.
  private static boolean mayHaveEnded(OpenGap gap, Optional<Recorded> recorded) {
    return recorded
        .map(known ->
            known.told().containsKey(gap.recovery()) || known.begun().contains(gap.recovery()))
        .orElse(true);
  }

  private static Optional<Recorded> recorded(
      Ledger ledger, Collection<? extends Announcement> announcements, List<Failure> doubts) {
    return found(ledger.recorded(announcements), doubts);
  }

  private static <T> Optional<T> found(Outcome<T> outcome, List<Failure> doubts) {
    return switch (outcome) {
      case Outcome.Found<T>(T value) -> Optional.of(value);
      case Outcome.Failed<T>(Failure failure) -> {
        doubts.add(failure);
        yield Optional.empty();
      }
    };
  }
}
