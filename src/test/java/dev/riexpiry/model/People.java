package dev.riexpiry.model;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.policy.LapseWindow;
import dev.riexpiry.sweep.SweepResult;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// The reference of the test: the people who listen to one channel. They know what they were told
/// and when, and nothing of ledgers, claims and leases.
final class People {
  private static final int WEEK = 7;

  private final World world;
  private final Map<List<Object>, Integer> told = new HashMap<>();
  private final Map<Place, Heard> outages = new HashMap<>();
  private int disturbances;
  private int missed;

  /// @param since the day since which it lasts, as they were told
  /// @param last the day on which they were last told of it
  /// @param disturbed the number of faults before the start of the run that first told them: if
  ///   another fault occurs while it is open, its weeks may be counted from another day
  /// @param outage the one that they were last told of
  /// @param missed the number of runs before that which could not tell everything
  private record Heard(LocalDate since, LocalDate last, int disturbed, Outage outage, int missed) {}

  People(World world) {
    this.world = world;
  }

  /// Counts a fault: a process crashed or the ledger failed.
  void disturbed() {
    disturbances++;
  }

  /// Counts a run that could not tell everything: people may not have heard of an end.
  void missed() {
    missed++;
  }

  int disturbances() {
    return disturbances;
  }

  /// Receives a message.
  ///
  /// @param before the number of faults when the run that sent it began
  void hear(List<Finding> findings, int before) {
    for (Expiring item : Finding.only(Expiring.class, findings)) {
      Commitment commitment = item.commitment();
      note(List.of(commitment.id(), commitment.end(), item.milestone()), before);
    }
    for (Lapsed item : Finding.only(Lapsed.class, findings)) {
      note(List.of("lapsed", item.commitment().id(), item.commitment().end()), before);
    }
    Finding.only(Unread.class, findings).stream()
        .collect(Collectors.toMap(Unread::place, Unread::outage, (first, _) -> first))
        .forEach((place, outage) -> hearOfOutage(place, outage, before));
    for (Restored item : Finding.only(Restored.class, findings)) {
      note(List.of("the end of", item.place(), item.outage()), before);
      outages.remove(item.place());
    }
  }

  private void note(List<Object> what, int before) {
    Integer earlier = told.put(what, before);
    if (earlier != null) {
      twice(what.toString(), earlier);
    }
  }

  /// @param outage as the message says it; an earlier message of it may have got lost
  private void hearOfOutage(Place place, Outage outage, int before) {
    Heard known = outages.get(place);
    if (known == null || (!known.outage().equals(outage) && known.missed() < missed)) {
      outages.put(place, new Heard(outage.since(), world.date, before, outage, missed));
      return;
    }
    outages.put(
        place, new Heard(known.since(), world.date, known.disturbed(), outage, known.missed()));
    if (week(known, known.last()) == week(known, world.date)) {
      twice("the outage of " + place.key(), known.disturbed());
    }
  }

  private static long week(Heard outage, LocalDate date) {
    return ChronoUnit.DAYS.between(outage.since(), date) / WEEK;
  }

  private void twice(String what, int before) {
    if (disturbances == before) {
      throw new AssertionError(what + " was told twice, and nothing had gone wrong");
    }
  }

  /// Checks after a run that came to its end that people were told of everything that is due.
  void assertDueFindingsWereTold(SweepResult read) {
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
    for (PlaceFailure item : read.failures()) {
      Heard heard = outages.get(item.place());
      if (heard == null || ChronoUnit.DAYS.between(heard.last(), world.date) >= WEEK) {
        throw new AssertionError(item + " was not told within the week: " + heard);
      }
    }
  }

  /// Checks after a run in a history without faults that people were told of the end of every
  /// outage of a place that can be read.
  ///
  /// @param wholes the accounts that were read
  void assertRestorationsWereTold(SweepResult read, List<Place> wholes) {
    List<Place> open = read.failures().stream().map(PlaceFailure::place).toList();
    for (Place place : outages.keySet()) {
      if (wholes.contains(place.whole())
          && !open.contains(place)
          && !open.contains(place.whole())) {
        throw new AssertionError(place.key() + " can be read, and nobody was told");
      }
    }
  }
}
