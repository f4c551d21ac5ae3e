package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// A ledger that is not asked any more, for the rest of a run, once [#ENOUGH] calls have failed
/// after all their retries: a thousand slow failures would take longer than the run has.
public final class BoundedLedger implements Ledger {
  /// How many failures are enough. Each may have taken as long as one call may take.
  static final int ENOUGH = 2;

  private final Ledger ledger;
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicReference<Optional<Failure>> last = new AtomicReference<>(Optional.empty());

  /// @param ledger the one to ask
  public BoundedLedger(Ledger ledger) {
    this.ledger = requireNonNull(ledger, "ledger is null");
  }

  @Override
  public String name() {
    return ledger.name();
  }

  @Override
  public Outcome<Recorded> recorded(Collection<? extends Announcement> announcements) {
    return given(Outcome.Failed::new, () -> ledger.recorded(announcements), BoundedLedger::failure);
  }

  @Override
  public Claim claim(Announcement announcement, Lease lease) {
    return given(
        Claim.Failed::new,
        () -> ledger.claim(announcement, lease),
        claim ->
            claim instanceof Claim.Failed(Failure failure)
                ? Optional.of(failure)
                : Optional.empty());
  }

  @Override
  public Optional<Failure> confirm(Announcement announcement, Told told) {
    return given(Optional::of, () -> ledger.confirm(announcement, told), Function.identity());
  }

  @Override
  public Optional<Failure> release(Announcement announcement, String owner) {
    return given(Optional::of, () -> ledger.release(announcement, owner), Function.identity());
  }

  @Override
  public Outcome<Map<GapPlace, OpenGaps>> gaps(Collection<GapPlace> holders) {
    return given(Outcome.Failed::new, () -> ledger.gaps(holders), BoundedLedger::failure);
  }

  @Override
  public Outcome<Boolean> replace(OpenGaps gaps) {
    return given(Outcome.Failed::new, () -> ledger.replace(gaps), BoundedLedger::failure);
  }

  private <T> T given(
      Function<Failure, T> failed,
      java.util.function.Supplier<T> call,
      Function<T, Optional<Failure>> failure) {
    if (failures.get() >= ENOUGH) {
      return failed.apply(last.get().orElseThrow());
    }
    T result = call.get();
    failure
        .apply(result)
        .ifPresent(why -> {
          last.set(Optional.of(why));
          failures.incrementAndGet();
        });
    return result;
  }

  private static <T> Optional<Failure> failure(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Failed<T>(Failure failure) -> Optional.of(failure);
      case Outcome.Found<T>(T _) -> Optional.empty();
    };
  }
}
