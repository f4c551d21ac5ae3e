package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The announcements that one run has to itself, and for how long.
public final class Claims {
  /// A publish with all its retries ends within 12 seconds; a lease with less than this left is
  /// asked for again before it.
  static final Duration ENOUGH_TO_PUBLISH = Duration.ofSeconds(20);

  /// How often a run that waits for another looks again.
  static final Duration POLL = Duration.ofSeconds(1);

  private final Ledger ledger;
  private final String owner;
  private final InstantSource clock;
  private final Pause pause;
  private final int atOnce;
  private final Map<Announcement, Instant> leases = new HashMap<>();

  /// @param ledger where they are claimed
  /// @param owner the run, by a name unlike that of any other
  /// @param clock what time it is
  /// @param pause waits for another run
  /// @param atOnce how many calls to the ledger at once
  public Claims(Ledger ledger, String owner, InstantSource clock, Pause pause, int atOnce) {
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.owner = requireNonNull(owner, "owner is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.pause = requireNonNull(pause, "pause is null");
    this.atOnce = atOnce;
  }

  /// Asks for announcements, one after the other until one is claimed, and then for the others at
  /// once. Of two runs that want the same ones, the one that claims the first has them all, and
  /// says them in one message; the other finds it held and waits.
  public Round claim(List<Announcement> wanted) {
    Map<Announcement, Claim> claims = new HashMap<>();
    int asked = 0;
    boolean claimed = false;
    boolean held = false;
    while (asked < wanted.size() && !claimed && !held) {
      Announcement announcement = wanted.get(asked++);
      Claim claim = ask(announcement);
      claims.put(announcement, claim);
      claimed = claim instanceof Claim.Claimed;
      held = claim instanceof Claim.HeldByAnother;
    }
    if (!held) {
      claims.putAll(askAll(wanted.subList(asked, wanted.size())));
    }
    return Round.of(wanted, claims);
  }

  private Map<Announcement, Claim> askAll(List<Announcement> wanted) {
    List<Claim> answers = AtOnce.map(wanted, atOnce, this::ask);
    Map<Announcement, Claim> claims = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      claims.put(wanted.get(i), answers.get(i));
    }
    return claims;
  }

  private Claim ask(Announcement announcement) {
    Claim claim = ledger.claim(announcement, Lease.of(owner, clock.instant()));
    synchronized (leases) {
      if (claim instanceof Claim.Claimed(Instant until)) {
        leases.put(announcement, until);
      } else {
        leases.remove(announcement);
      }
    }
    return claim;
  }

  /// Asks again for those claims that might end before a message is published.
  ///
  /// @return what became of those; the others stay claimed
  public Round renew(Collection<Announcement> announcements) {
    Instant needed = clock.instant().plus(ENOUGH_TO_PUBLISH);
    List<Announcement> ending;
    synchronized (leases) {
      ending =
          announcements.stream()
              .filter(
                  announcement -> leases.getOrDefault(announcement, Instant.MAX).isBefore(needed))
              .toList();
    }
    return Round.of(ending, askAll(ending));
  }

  /// Remembers announcements that were made.
  ///
  /// @return why some could not be remembered
  public List<Failure> confirm(Map<Announcement, Told> told) {
    synchronized (leases) {
      leases.keySet().removeAll(told.keySet());
    }
    return AtOnce.map(
            List.copyOf(told.entrySet()),
            atOnce,
            entry -> ledger.confirm(entry.getKey(), entry.getValue()))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /// Gives announcements back that could not be made, so that a retry need not wait. One that
  /// cannot be given back ends by itself.
  public void release(Collection<Announcement> announcements) {
    AtOnce.map(
        List.copyOf(announcements), atOnce, announcement -> ledger.release(announcement, owner));
  }

  /// Waits a little for other runs, then looks which announcements they have made.
  ///
  /// @return those they have; empty if the time for waiting has run out
  public Optional<Set<Announcement>> await(Collection<Announcement> announcements) {
    if (!pause.pause(POLL)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (ledger.recorded(announcements)) {
          case Outcome.Found<Recorded>(Recorded recorded) -> recorded.told().keySet();
          // Asking for them tells.
          case Outcome.Failed<Recorded>(Failure _) -> Set.of();
        });
  }

  /// What came of asking for some announcements.
  ///
  /// @param mine what this run makes: claimed, or nobody knows and it is an alert
  /// @param told what was made by another
  /// @param open what another run may be about to make
  /// @param failures why nobody knows
  public record Round(
      Set<Announcement> mine,
      Set<Announcement> told,
      List<Announcement> open,
      List<Failure> failures) {
    public Round {
      mine = Set.copyOf(mine);
      told = Set.copyOf(told);
      open = List.copyOf(open);
      failures = List.copyOf(failures);
    }

    private static Round of(List<Announcement> wanted, Map<Announcement, Claim> claims) {
      List<Announcement> mine = new ArrayList<>();
      List<Announcement> told = new ArrayList<>();
      List<Announcement> open = new ArrayList<>();
      List<Failure> failures = new ArrayList<>();
      for (Announcement announcement : wanted) {
        switch (Optional.ofNullable(claims.get(announcement)).orElse(NOT_ASKED)) {
          case Claim.Claimed _ -> mine.add(announcement);
          case Claim.AlreadyTold _ -> told.add(announcement);
          case Claim.HeldByAnother _ -> open.add(announcement);
          case Claim.Failed(Failure failure) -> {
            failures.add(failure);
            if (!canWait(announcement)) {
              mine.add(announcement);
            }
          }
        }
      }
      return new Round(Set.copyOf(mine), Set.copyOf(told), open, failures);
    }

    /// Good news that nobody could record would keep people from hearing that a place is unreadable
    /// once more. The next run tells it.
    private static boolean canWait(Announcement announcement) {
      return switch (announcement) {
        case Announcement.OfRecovery _ -> true;
        case Announcement.OfCommitment _,
            Announcement.OfPayment _,
            Announcement.OfLapse _,
            Announcement.OfGap _ ->
            false;
      };
    }

    private static final Claim NOT_ASKED = new Claim.HeldByAnother(Instant.MAX);
  }
}
