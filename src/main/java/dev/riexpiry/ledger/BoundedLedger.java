package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.KnownAccounts;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.WholeSweep;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/// Asks a ledger no more, for the rest of a run, once [#ENOUGH] calls have failed after all their
/// retries: a thousand slow failures would take longer than the run has.
final class BoundedLedger implements Ledger {
  /// The failures after which the ledger is asked no more. Each may have taken as long as one call
  /// may take.
  static final int ENOUGH = 2;

  private final Ledger ledger;
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicReference<Optional<Failure>> last = new AtomicReference<>(Optional.empty());

  /// @param ledger the one to ask
  BoundedLedger(Ledger ledger) {
    this.ledger = requireNonNull(ledger, "ledger is null");
  }

  @Override
  public String name() {
    return ledger.name();
  }

  @Override
  public Outcome<LedgerEntries> entries(Collection<Announcement> announcements) {
    return ask(() -> ledger.entries(announcements), Outcome::failure, Outcome.Failed::new);
  }

  @Override
  public Claim claim(Announcement announcement, Lease lease) {
    return ask(() -> ledger.claim(announcement, lease), Claim::failure, Claim.Failed::new);
  }

  @Override
  public Optional<Failure> confirm(Announcement announcement, LedgerEntry entry) {
    return ask(() -> ledger.confirm(announcement, entry), Function.identity(), Optional::of);
  }

  @Override
  public Optional<Failure> release(Announcement announcement, String owner) {
    return ask(() -> ledger.release(announcement, owner), Function.identity(), Optional::of);
  }

  @Override
  public Outcome<Map<Place, Outages>> outages(Collection<Place> wholes) {
    return ask(() -> ledger.outages(wholes), Outcome::failure, Outcome.Failed::new);
  }

  @Override
  public Outcome<Boolean> replace(Outages outages) {
    return ask(() -> ledger.replace(outages), Outcome::failure, Outcome.Failed::new);
  }

  @Override
  public Outcome<Map<String, Acknowledged>> acknowledgements(Collection<String> keys) {
    return ask(() -> ledger.acknowledgements(keys), Outcome::failure, Outcome.Failed::new);
  }

  @Override
  public Outcome<Optional<KnownAccounts>> knownAccounts(String topic) {
    return ask(() -> ledger.knownAccounts(topic), Outcome::failure, Outcome.Failed::new);
  }

  @Override
  public Outcome<Boolean> replace(KnownAccounts accounts) {
    return ask(() -> ledger.replace(accounts), Outcome::failure, Outcome.Failed::new);
  }

  @Override
  public Outcome<Optional<WholeSweep>> wholeSweep(AccountId payer) {
    return ask(() -> ledger.wholeSweep(payer), Outcome::failure, Outcome.Failed::new);
  }

  @Override
  public Optional<Failure> record(WholeSweep sweep) {
    return ask(() -> ledger.record(sweep), Function.identity(), Optional::of);
  }

  private <T> T ask(
      Supplier<T> call, Function<T, Optional<Failure>> failure, Function<Failure, T> failed) {
    if (failures.get() >= ENOUGH) {
      return failed.apply(last.get().orElseThrow());
    }
    T result = call.get();
    Optional<Failure> why = failure.apply(result);
    if (why.isPresent()) {
      last.set(why);
      failures.incrementAndGet();
    }
    return result;
  }
}
