package dev.riexpiry.ledger;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.KnownAccounts;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.RecordedCommitment;
import dev.riexpiry.finding.WholeSweep;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// A ledger that forgets with the test.
public final class FakeLedger implements Ledger, Acknowledgements {
  private final Map<String, LedgerEntry> entries = new HashMap<>();
  private final Map<String, Lease> leases = new HashMap<>();
  private final Map<Place, Outages> outages = new HashMap<>();
  private final Map<AccountId, WholeSweep> sweeps = new HashMap<>();
  private final Map<String, Acknowledged> acknowledgements = new HashMap<>();
  private final Map<String, KnownAccounts> accounts = new HashMap<>();

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public synchronized Outcome<LedgerEntries> entries(Collection<Announcement> announcements) {
    Map<Announcement, LedgerEntry> announced = new HashMap<>();
    Set<Announcement> claimed = new HashSet<>();
    for (Announcement announcement : announcements) {
      Optional.ofNullable(entries.get(announcement.key()))
          .ifPresent(entry -> announced.put(announcement, entry));
      if (leases.containsKey(announcement.key()) && !entries.containsKey(announcement.key())) {
        claimed.add(announcement);
      }
    }
    return new Outcome.Found<>(new LedgerEntries(announced, claimed));
  }

  @Override
  public synchronized Claim claim(Announcement announcement, Lease lease) {
    String key = announcement.key();
    if (entries.containsKey(key)) {
      return new Claim.AlreadyAnnounced(entries.get(key));
    }
    Instant until =
        Optional.ofNullable(leases.get(key))
            .filter(other -> !other.owner().equals(lease.owner()))
            .map(Lease::until)
            .orElse(lease.from());
    if (until.isAfter(lease.from())) {
      return new Claim.HeldByAnother(until);
    }
    leases.put(key, lease);
    return new Claim.Claimed(lease.until());
  }

  @Override
  public synchronized Optional<Failure> confirm(Announcement announcement, LedgerEntry entry) {
    entries.put(announcement.key(), entry);
    return Optional.empty();
  }

  @Override
  public synchronized Optional<Failure> release(Announcement announcement, String owner) {
    leases.computeIfPresent(
        announcement.key(), (_, lease) -> lease.owner().equals(owner) ? null : lease);
    return Optional.empty();
  }

  @Override
  public synchronized Outcome<Map<Place, Outages>> outages(Collection<Place> wholes) {
    Map<Place, Outages> found = new HashMap<>(outages);
    found.keySet().retainAll(wholes);
    return new Outcome.Found<>(found);
  }

  @Override
  public synchronized Outcome<Boolean> replace(Outages next) {
    Outages known = outages.getOrDefault(next.whole(), Outages.none(next.whole()));
    if (known.version() != next.version() - 1) {
      return new Outcome.Found<>(false);
    }
    outages.put(next.whole(), next);
    return new Outcome.Found<>(true);
  }

  @Override
  public synchronized Outcome<Map<String, Acknowledged>> acknowledgements(Collection<String> keys) {
    Map<String, Acknowledged> found = new HashMap<>(acknowledgements);
    found.keySet().retainAll(keys);
    return new Outcome.Found<>(found);
  }

  @Override
  public synchronized Outcome<Book> read(BooleanSupplier stopped) {
    return new Outcome.Found<>(
        new Book(
            entries.keySet().stream()
                .flatMap(key -> RecordedCommitment.of(key).stream())
                .distinct()
                .toList(),
            acknowledgements.values().stream()
                .sorted(
                    Comparator.comparing((Acknowledged item) -> item.decision().until())
                        .thenComparing(item -> item.commitment().key()))
                .toList()));
  }

  @Override
  public synchronized Outcome<Optional<Acknowledged>> record(
      Acknowledged acknowledged, LocalDate today) {
    Optional<Acknowledged> inForce =
        Optional.ofNullable(acknowledgements.get(acknowledged.commitment().key()))
            .filter(known -> known.silences(acknowledged.commitment().end(), today));
    if (inForce.isEmpty()) {
      acknowledgements.put(acknowledged.commitment().key(), acknowledged);
    }
    return new Outcome.Found<>(inForce);
  }

  @Override
  public synchronized Optional<Failure> remove(RecordedCommitment commitment) {
    acknowledgements.remove(commitment.key());
    return Optional.empty();
  }

  @Override
  public synchronized Outcome<Optional<KnownAccounts>> knownAccounts(String topic) {
    return new Outcome.Found<>(Optional.ofNullable(accounts.get(topic)));
  }

  @Override
  public synchronized Outcome<Boolean> replace(KnownAccounts others) {
    long before =
        Optional.ofNullable(accounts.get(others.topic()))
            .map(KnownAccounts::version)
            .orElse(others.version() - 1);
    if (before != others.version() - 1) {
      return new Outcome.Found<>(false);
    }
    accounts.put(others.topic(), others);
    return new Outcome.Found<>(true);
  }

  @Override
  public synchronized Outcome<Optional<WholeSweep>> wholeSweep(AccountId payer) {
    return new Outcome.Found<>(Optional.ofNullable(sweeps.get(payer)));
  }

  @Override
  public synchronized Optional<Failure> record(WholeSweep sweep) {
    sweeps.put(sweep.payer(), sweep);
    return Optional.empty();
  }
}
