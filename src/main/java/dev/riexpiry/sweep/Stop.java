package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Failure;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The signal for a sweep to end early: at a deadline, or on request.
public final class Stop {
  private final AtomicReference<Reason> reason = new AtomicReference<>(Reason.NONE);
  private final long deadlineNanos;
  private final boolean bounded;
  private final LongSupplier nanos;
  private final Optional<Stop> whole;
  private final boolean half;
  private final Supplier<Duration> keptBack;

  private Stop(
      boolean bounded,
      long deadlineNanos,
      LongSupplier nanos,
      Optional<Stop> whole,
      boolean half,
      Supplier<Duration> keptBack) {
    this.bounded = bounded;
    this.deadlineNanos = deadlineNanos;
    this.nanos = nanos;
    this.whole = whole;
    this.half = half;
    this.keptBack = keptBack;
  }

  /// A stop that comes on request only.
  public static Stop onRequest() {
    return new Stop(false, 0, () -> 0, Optional.empty(), false, () -> Duration.ZERO);
  }

  /// A stop that comes when `time` has passed from now, or earlier on request. A time that is not
  /// positive has passed already.
  public static Stop after(Duration time) {
    return after(time, System::nanoTime);
  }

  /// @param nanos the time, as [System#nanoTime] gives it
  static Stop after(Duration time, LongSupplier nanos) {
    return new Stop(
        true,
        nanos.getAsLong() + requireNonNull(time, "time is null").toNanos(),
        nanos,
        Optional.empty(),
        false,
        () -> Duration.ZERO);
  }

  /// A stop that comes when half of the time that is left has passed, or with this one: for what
  /// must leave time for the rest.
  public Stop halfway() {
    long now = nanos.getAsLong();
    return new Stop(
        bounded,
        now + (deadlineNanos - now) / 2,
        nanos,
        Optional.of(this),
        true,
        () -> Duration.ZERO);
  }

  /// A stop that comes before this one, the more time is kept back for what follows, or with this
  /// one: for what must leave time for something that grows meanwhile.
  ///
  /// @param time asked whenever it matters; a negative one keeps nothing back
  public Stop keepingBack(Supplier<Duration> time) {
    return new Stop(bounded, deadlineNanos, nanos, Optional.of(this), false, time);
  }

  /// Asks for the end, from any thread.
  public void request() {
    reason.compareAndSet(Reason.NONE, Reason.REQUESTED);
  }

  /// Tells whether it is time to end.
  public boolean isDue() {
    return why() != Reason.NONE;
  }

  /// The time until the deadline, never negative; empty if there is none.
  public Optional<Duration> left() {
    Optional<Duration> own =
        bounded
            ? Optional.of(Duration.ofNanos(Math.max(0, end() - nanos.getAsLong())))
            : Optional.empty();
    return Stream.concat(own.stream(), whole.flatMap(Stop::left).stream())
        .min(Comparator.naturalOrder());
  }

  /// Tells whether the end was requested.
  public boolean isRequested() {
    return reason.get() == Reason.REQUESTED;
  }

  /// The failure of an action that was not reached.
  public Failure failure(String action) {
    return switch (why()) {
      case REQUESTED ->
          new Failure(
              action,
              "Cancelled",
              "the check was ended before this was read",
              "run the check again and let it end by itself");
      case NONE, DEADLINE ->
          half && whole.isPresent() && !whole.get().isDue()
              ? new Failure(
                  action,
                  Failure.DEADLINE_EXCEEDED,
                  "half of the time that was left went by before all of this was listed",
                  "give the check more time; if that does not help, see why AWS answers so slowly, or"
                      + " without end")
              : new Failure(
                  action,
                  Failure.DEADLINE_EXCEEDED,
                  "the time for the check ran out before this was read",
                  "the next day's check starts at this end of the list; if it repeats, give it more time,"
                      + " raise the concurrency, or spread it over more functions");
    };
  }

  private Reason why() {
    whole.map(Stop::why).ifPresent(other -> reason.compareAndSet(Reason.NONE, other));
    if (bounded && nanos.getAsLong() - end() >= 0) {
      reason.compareAndSet(Reason.NONE, Reason.DEADLINE);
    }
    return reason.get();
  }

  private long end() {
    return deadlineNanos - Math.max(0, keptBack.get().toNanos());
  }

  private enum Reason {
    NONE,
    DEADLINE,
    REQUESTED
  }
}
