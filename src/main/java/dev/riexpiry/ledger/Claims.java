package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import dev.riexpiry.ledger.RecordKeeping.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The claims of one run: the announcements that only it may make, and for how long.
public final class Claims {
  /// The time that a claim must last when a message is published. A publish with all its retries
  /// ends within 19 seconds; a claim that ends earlier than this is renewed before it.
  static final Duration ENOUGH_TO_PUBLISH = Duration.ofSeconds(30);

  /// The time after which a run that waits for another looks again.
  static final Duration POLL = Duration.ofSeconds(1);

  private final Ledger ledger;
  private final String owner;
  private final InstantSource clock;
  private final Waiter waiter;
  private final int atOnce;
  private final Duration telling;
  private final Background<Optional<Failure>> confirming;
  private final Map<Announcement, Instant> leases = new HashMap<>();

  /// @param ledger the ledger in which announcements are claimed
  /// @param owner the name of the run, unique among all runs
  /// @param clock the time, for leases
  /// @param waiter waits for another run
  /// @param atOnce the number of parallel calls to the ledger
  /// @param telling how long the announcements of the run take
  public Claims(
      Ledger ledger,
      String owner,
      InstantSource clock,
      Waiter waiter,
      int atOnce,
      Duration telling) {
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.owner = requireNonNull(owner, "owner is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.waiter = requireNonNull(waiter, "waiter is null");
    this.atOnce = atOnce;
    this.telling = requireNonNull(telling, "telling is null");
    this.confirming = new Background<>(atOnce);
  }

  /// Claims announcements, one after the other until one is claimed, and then the others at once.
  /// Of two runs that want the same ones, the one that claims the first gets all of them, and sends
  /// them in one message; the other finds it held and waits.
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
    List<Claim> answers = Parallel.map(wanted, atOnce, this::ask);
    Map<Announcement, Claim> claims = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      claims.put(wanted.get(i), answers.get(i));
    }
    return claims;
  }

  private Claim ask(Announcement announcement) {
    Claim claim = ledger.claim(announcement, Lease.of(owner, clock.instant(), telling));
    synchronized (leases) {
      if (claim instanceof Claim.Claimed(Instant until)) {
        leases.put(announcement, until);
      } else {
        leases.remove(announcement);
      }
    }
    return claim;
  }

  /// Renews those claims that might end before a message is published.
  ///
  /// @return the answers for those; the others stay claimed
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

  /// Begins to record announcements that were made, and goes on meanwhile: the next message need
  /// not wait for the records of this one.
  public void confirm(Map<Announcement, LedgerEntry> made) {
    synchronized (leases) {
      leases.keySet().removeAll(made.keySet());
    }
    made.forEach(
        (announcement, entry) -> confirming.begin(() -> ledger.confirm(announcement, entry)));
  }

  /// Waits until everything is recorded that [#confirm] has begun to record.
  ///
  /// @return the failures to record some of it
  public List<Failure> confirmed() {
    return confirming.end().stream().flatMap(Optional::stream).toList();
  }

  /// Releases the claims of announcements that could not be made, so that a retry need not wait. A
  /// claim that cannot be released ends by itself.
  public void release(Collection<Announcement> announcements) {
    Parallel.map(
        List.copyOf(announcements), atOnce, announcement -> ledger.release(announcement, owner));
  }

  /// Waits for [#POLL], then asks which announcements other runs have made.
  ///
  /// @return those that were made; empty if the time for waiting has run out
  public Optional<Set<Announcement>> await(Collection<Announcement> announcements) {
    if (!waiter.waitFor(POLL)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (ledger.entries(announcements)) {
          case Outcome.Found<LedgerEntries>(LedgerEntries entries) -> entries.announced().keySet();
          // The next claim finds out.
          case Outcome.Failed<LedgerEntries>(Failure _) -> Set.of();
        });
  }

  /// The answers to the claims of some announcements.
  ///
  /// @param claimed those that this run makes: it holds the claim, or the ledger could not be asked
  ///   and they cannot wait
  /// @param announced those that another run has made
  /// @param heldByOthers those that another run may be about to make
  /// @param failures why the ledger could not be asked
  public record Round(
      Set<Announcement> claimed,
      Set<Announcement> announced,
      List<Announcement> heldByOthers,
      List<Failure> failures) {
    public Round {
      claimed = Set.copyOf(claimed);
      announced = Set.copyOf(announced);
      heldByOthers = List.copyOf(heldByOthers);
      failures = List.copyOf(failures);
    }

    /// The announcements that this run does not make any more.
    public Set<Announcement> lost() {
      Set<Announcement> lost = new HashSet<>(announced);
      lost.addAll(heldByOthers);
      return lost;
    }

    private static Round of(List<Announcement> wanted, Map<Announcement, Claim> claims) {
      Set<Announcement> claimed = new HashSet<>();
      Set<Announcement> announced = new HashSet<>();
      List<Announcement> heldByOthers = new ArrayList<>();
      List<Failure> failures = new ArrayList<>();
      for (Announcement announcement : wanted) {
        switch (Optional.ofNullable(claims.get(announcement)).orElse(NOT_ASKED)) {
          case Claim.Claimed _ -> claimed.add(announcement);
          case Claim.AlreadyAnnounced _ -> announced.add(announcement);
          case Claim.HeldByAnother _ -> heldByOthers.add(announcement);
          case Claim.Failed(Failure failure) -> {
            failures.add(failure);
            if (!announcement.canWait()) {
              claimed.add(announcement);
            }
          }
        }
      }
      return new Round(claimed, announced, heldByOthers, failures);
    }

    private static final Claim NOT_ASKED = new Claim.HeldByAnother(Instant.MAX);
  }
}
