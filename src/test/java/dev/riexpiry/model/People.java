package dev.riexpiry.model;



import dev.riexpiry.alert.News;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Unreadable;
import dev.riexpiry.ledger.GapPlace;
import dev.riexpiry.ledger.OpenGap;
import dev.riexpiry.policy.LapseWindow;
import dev.riexpiry.sweep.SweepResult;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The reference: the people who get the mail. They know what they were told and when, and nothing
/// of ledgers, claims and leases.
final class People {
  private static final int WEEK = 7;

  private final World world;
  private final Map<List<Object>, Integer> told = new HashMap<>();
  private final Map<GapPlace, Gap> gaps = new HashMap<>();
  private int disturbances;

  /// @param since when they first heard of it
  /// @param last when they last did
  /// @param disturbed what had gone wrong by the start of the run that first told it: if anything
  ///   goes wrong while it is open, its weeks may be counted from another day
  private record Gap(LocalDate since, LocalDate last, int disturbed) {}

  People(World world) {
    this.world = world;
  }

  /// A process died or the ledger failed.
  void disturbed() {
    disturbances++;
  }

  int disturbances() {
    return disturbances;
  }

  /// A mail arrives.
  ///
  /// @param before what had gone wrong when the run that sent it began
  void hear(News news, int before) {
    for (Expiring item : news.expiring()) {
      Commitment commitment = item.commitment();
      hear(List.of(commitment.id(), commitment.end(), item.milestone()), before);
    }
    for (Lapsed item : news.lapsed()) {
      hear(List.of("lapsed", item.commitment().id(), item.commitment().end()), before);
    }
    news.unreadable().stream()
        .map(GapPlace::of)
        .distinct()
        .forEach(place -> hearOfGap(place, before));
    for (OpenGap gap : news.recovered()) {
      if (gaps.remove(gap.place()) == null) {
        twice("the end of the gap " + gap.place().key(), 0);
      }
    }
  }

  private void hear(List<Object> what, int before) {
    Integer earlier = told.put(what, before);
    if (earlier != null) {
      twice(what.toString(), earlier);
    }
  }

  private void hearOfGap(GapPlace place, int before) {
    Gap known = gaps.get(place);
    if (known == null) {
      gaps.put(place, new Gap(world.date, world.date, before));
      return;
    }
    gaps.put(place, new Gap(known.since(), world.date, known.disturbed()));
    if (week(known, known.last()) == week(known, world.date)) {
      twice("the gap " + place.key(), known.disturbed());
    }
  }

  private static long week(Gap gap, LocalDate date) {
    return ChronoUnit.DAYS.between(gap.since(), date) / WEEK;
  }

  private void twice(String what, int before) {
    if (disturbances == before) {
      throw new AssertionError(what + " was told twice, and nothing had gone wrong");
    }
  }

  /// After a run that came to its end: whatever is due has been told.
  void nothingIsLeftUntold(SweepResult read) {
    CheckDate today = new CheckDate(world.date, world.zone);
    for (Commitment commitment : read.kept()) {
      OptionalInt milestone = world.milestones.current(today.daysLeft(commitment.end()));
      if (milestone.isPresent()
          && !told.containsKey(
              List.<Object>of(commitment.id(), commitment.end(), milestone.getAsInt()))) {
        throw new AssertionError(commitment + " is due and was not told");
      }
      long daysAgo = -today.daysLeft(commitment.end());
      if (daysAgo > 0
          && daysAgo <= LapseWindow.DEFAULT.days()
          && !told.containsKey(List.<Object>of("lapsed", commitment.id(), commitment.end()))) {
        throw new AssertionError(commitment + " has lapsed and was not told");
      }
    }
    for (Unreadable unreadable : read.unreadable()) {
      Gap gap = gaps.get(GapPlace.of(unreadable));
      if (gap == null || ChronoUnit.DAYS.between(gap.last(), world.date) >= WEEK) {
        throw new AssertionError(unreadable + " was not told within the week: " + gap);
      }
    }
  }

  /// After a run in a history in which nothing ever goes wrong: nobody worries about a place that
  /// can be read.
  void nobodyWorriesInVain(SweepResult read, List<GapPlace> holders) {
    List<GapPlace> open = read.unreadable().stream().map(GapPlace::of).toList();
    for (GapPlace place : gaps.keySet()) {
      if (holders.contains(place.holder())
          && !open.contains(place)
          && !open.contains(place.holder())) {
        throw new AssertionError(place.key() + " can be read, and nobody was told");
      }
    }
  }
}
