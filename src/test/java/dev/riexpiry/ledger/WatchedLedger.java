package dev.riexpiry.ledger;

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
import java.util.function.Supplier;

/// A ledger of which a test sees every call, and can let it go wrong.
///
/// @param ledger the one behind it
/// @param watch what happens around a call
public record WatchedLedger(Ledger ledger, Watch watch) implements Ledger {
  /// The hooks around the calls.
  public interface Watch {
    /// Before a call. A call that fails here never arrives.
    Optional<Failure> before(String step);

    /// After a call. A call that fails here was done, and its answer is lost.
    Optional<Failure> after(String step);
  }

  @Override
  public String name() {
    return ledger.name();
  }

  @Override
  public Outcome<LedgerEntries> entries(Collection<Announcement> announcements) {
    return outcome("entries", () -> ledger.entries(announcements));
  }

  @Override
  public Claim claim(Announcement announcement, Lease lease) {
    Optional<Failure> lost = watch.before("claim");
    if (lost.isPresent()) {
      return new Claim.Failed(lost.get());
    }
    Claim claim = ledger.claim(announcement, lease);
    return watch.after("claim").<Claim>map(Claim.Failed::new).orElse(claim);
  }

  @Override
  public Optional<Failure> confirm(Announcement announcement, LedgerEntry entry) {
    return failure("confirm", () -> ledger.confirm(announcement, entry));
  }

  @Override
  public Optional<Failure> release(Announcement announcement, String owner) {
    return failure("release", () -> ledger.release(announcement, owner));
  }

  @Override
  public Outcome<Map<Place, Outages>> outages(Collection<Place> wholes) {
    return outcome("outages", () -> ledger.outages(wholes));
  }

  @Override
  public Outcome<Boolean> replace(Outages outages) {
    return outcome("replace", () -> ledger.replace(outages));
  }

  @Override
  public Outcome<Map<String, Acknowledged>> acknowledgements(Collection<String> keys) {
    return outcome("acknowledgements", () -> ledger.acknowledgements(keys));
  }

  @Override
  public Outcome<Optional<KnownAccounts>> knownAccounts(String topic) {
    return outcome("knownAccounts", () -> ledger.knownAccounts(topic));
  }

  @Override
  public Outcome<Boolean> replace(KnownAccounts accounts) {
    return outcome("replaceAccounts", () -> ledger.replace(accounts));
  }

  @Override
  public Outcome<Optional<WholeSweep>> wholeSweep(AccountId payer) {
    return outcome("wholeSweep", () -> ledger.wholeSweep(payer));
  }

  @Override
  public Optional<Failure> record(WholeSweep sweep) {
    return failure("record", () -> ledger.record(sweep));
  }

  private <T> Outcome<T> outcome(String step, Supplier<Outcome<T>> call) {
    Optional<Failure> lost = watch.before(step);
    if (lost.isPresent()) {
      return new Outcome.Failed<>(lost.get());
    }
    Outcome<T> outcome = call.get();
    return watch.after(step).<Outcome<T>>map(Outcome.Failed::new).orElse(outcome);
  }

  private Optional<Failure> failure(String step, Supplier<Optional<Failure>> call) {
    Optional<Failure> lost = watch.before(step);
    return lost.isPresent() ? lost : call.get().or(() -> watch.after(step));
  }
}
