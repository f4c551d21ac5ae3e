package dev.riexpiry.model;

import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.sweep.SweepResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Two accounts, one with a topic of its own, whose commitments end, change their ends, and are at
/// times unreadable.
final class World {
  static final List<Account> ACCOUNTS =
      List.of(
          Sample.account("web", Sample.WEB),
          Sample.account("data", Sample.DATA, History.OTHER_TOPIC));

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("UTC"),
          ZoneId.of("Asia/Tokyo"),
          ZoneId.of("America/Los_Angeles"),
          ZoneId.of("Pacific/Kiritimati"));
  private static final List<Milestones> MILESTONES =
      List.of(
          Milestones.DEFAULT,
          Milestones.of(List.of(10, 3, 0)),
          Milestones.of(List.of(20)),
          Milestones.of(List.of(30, 29, 28, 2)));

  private final Random random;
  private final List<Commitment> commitments = new ArrayList<>();
  private final Set<Place> closed = new HashSet<>();
  final ZoneId zone;
  final Milestones milestones;
  LocalDate date = LocalDate.parse("2026-05-04");

  World(Random random) {
    this.random = random;
    this.zone = ZONES.get(random.nextInt(ZONES.size()));
    this.milestones = MILESTONES.get(random.nextInt(MILESTONES.size()));
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      commitments.add(commitment(i, random.nextInt(50)));
    }
  }

  private Commitment commitment(int number, int days) {
    Account owner = ACCOUNTS.get(number % 2);
    Instant end =
        date.atStartOfDay(zone)
            .toInstant()
            .plus(Duration.ofDays(days))
            .plusSeconds(random.nextInt(86_400));
    return Sample.ec2(owner.id(), "r-" + number, end.toString());
  }

  /// Moves on to the next day.
  void tomorrow() {
    date = date.plusDays(1);
    for (int i = 0; i < commitments.size(); i++) {
      if (random.nextInt(40) == 0) {
        commitments.set(i, commitment(i, random.nextInt(20)));
      }
    }
    for (Account account : ACCOUNTS) {
      flip(new Place.Account(account.id()), 25);
      flip(target(account, "us-east-1"), 12);
      flip(target(account, "eu-west-1"), 12);
    }
  }

  private static Place target(Account account, String region) {
    return new Place.Target(account.id(), region, Service.RDS);
  }

  private void flip(Place place, int odds) {
    if (random.nextInt(odds) == 0 && !closed.remove(place)) {
      closed.add(place);
    }
  }

  List<Commitment> commitments() {
    return List.copyOf(commitments);
  }

  /// The result of reading some accounts now.
  SweepResult read(List<Account> accounts) {
    List<Commitment> kept = new ArrayList<>();
    List<PlaceFailure> unread = new ArrayList<>();
    Failure failure = Sample.denied("rds:X");
    for (Account account : accounts) {
      if (closed.contains(new Place.Account(account.id()))) {
        unread.add(Sample.failure(account.id(), failure));
      } else {
        commitments.stream()
            .filter(item -> item.accountId().equals(account.id()))
            .forEach(kept::add);
        closed.stream()
            .filter(place -> place.whole().equals(new Place.Account(account.id())))
            .forEach(place -> unread.add(new PlaceFailure(place, failure)));
      }
    }
    return new SweepResult(
        new ReadCounts(accounts.size(), 1, 1, unread.size(), kept.size()), kept, unread);
  }
}
