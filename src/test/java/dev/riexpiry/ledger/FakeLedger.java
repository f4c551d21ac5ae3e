package dev.riexpiry.ledger;



import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A ledger that forgets with the test.
public final class FakeLedger implements Ledger {
  private final Map<String, Told> told = new HashMap<>();
  private final Map<String, Lease> claims = new HashMap<>();
  private final Map<GapPlace, OpenGaps> gaps = new HashMap<>();

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public synchronized Outcome<Recorded> recorded(Collection<? extends Announcement> announcements) {
    Map<Announcement, Told> found = new HashMap<>();
    Set<Announcement> begun = new HashSet<>();
    for (Announcement announcement : announcements) {
      Optional.ofNullable(told.get(announcement.key()))
          .ifPresent(value -> found.put(announcement, value));
      if (claims.containsKey(announcement.key()) && !told.containsKey(announcement.key())) {
        begun.add(announcement);
      }
    }
    return new Outcome.Found<>(new Recorded(found, begun));
  }

  @Override
  public synchronized Claim claim(Announcement announcement, Lease lease) {
    String key = announcement.key();
    if (told.containsKey(key)) {
      return new Claim.AlreadyTold(told.get(key));
    }
    Instant until =
        Optional.ofNullable(claims.get(key))
            .filter(other -> !other.owner().equals(lease.owner()))
            .map(Lease::until)
            .orElse(lease.from());
    if (until.isAfter(lease.from())) {
      return new Claim.HeldByAnother(until);
    }
    claims.put(key, lease);
    return new Claim.Claimed(lease.until());
  }

  @Override
  public synchronized Optional<Failure> confirm(Announcement announcement, Told value) {
    told.put(announcement.key(), value);
    return Optional.empty();
  }

  @Override
  public synchronized Optional<Failure> release(Announcement announcement, String owner) {
    claims.computeIfPresent(
        announcement.key(), (_, lease) -> lease.owner().equals(owner) ? null : lease);
    return Optional.empty();
  }

  @Override
  public synchronized Outcome<Map<GapPlace, OpenGaps>> gaps(Collection<GapPlace> holders) {
    Map<GapPlace, OpenGaps> found = new HashMap<>(gaps);
    found.keySet().retainAll(holders);
    return new Outcome.Found<>(found);
  }

  @Override
  public synchronized Outcome<Boolean> replace(OpenGaps next) {
    OpenGaps known = gaps.getOrDefault(next.holder(), OpenGaps.none(next.holder()));
    if (known.version() != next.version() - 1) {
      return new Outcome.Found<>(false);
    }
    gaps.put(next.holder(), next);
    return new Outcome.Found<>(true);
  }
}
