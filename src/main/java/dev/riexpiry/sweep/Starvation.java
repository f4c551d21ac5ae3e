package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// The time for which this process had no processor, because others had it, because its control
/// group had used up its quota, or because it had more to do itself than the processor can.
///
/// A virtual thread that sleeps for a twentieth of a second at a time is woken as late as every
/// other whose answer has come: what it is late by is not the silence of whom they asked. A
/// platform thread would not show it, since the kernel lets one that seldom runs go before those
/// that work.
public final class Starvation {
  private static final long BEAT = Duration.ofMillis(50).toNanos();

  /// A fifth of a second between an answer and the thread that takes it is several times what a
  /// busy but sufficient processor takes.
  private static final long ACUTE = Duration.ofMillis(200).toNanos();

  private final LongSupplier clock;
  private final AtomicReference<Pulse> pulse;

  /// @param clock the time, as [System#nanoTime] gives it
  Starvation(LongSupplier clock) {
    this.clock = requireNonNull(clock, "clock is null");
    this.pulse = new AtomicReference<>(new Pulse(clock.getAsLong() + BEAT, 0, 0));
  }

  /// The one of this process, which is observed from the first call on.
  public static Starvation ofThisProcess() {
    return Observed.STARVATION;
  }

  /// The time in nanoseconds as [System#nanoTime] gives it, but standing still while there is no
  /// processor. Only differences mean something.
  public long fedNanos() {
    return pulse.get().fed(clock.getAsLong());
  }

  /// Tells whether there was hardly any processor just now.
  public boolean isAcute() {
    Pulse last = pulse.get();
    return Math.max(last.late(), clock.getAsLong() - last.due()) >= ACUTE;
  }

  /// Takes note that the observing thread runs.
  ///
  /// @return the nanoseconds until it should run again
  long beat() {
    long now = clock.getAsLong();
    Pulse last = pulse.get();
    long late = Math.max(0, now - last.due());
    pulse.set(new Pulse(now + BEAT, late, last.starved() + late));
    return BEAT;
  }

  private void observe() {
    while (true) {
      LockSupport.parkNanos(beat());
    }
  }

  /// @param due when the observing thread should run next
  /// @param late the nanoseconds by which it was late last
  /// @param starved the sum of those
  private record Pulse(long due, long late, long starved) {
    long fed(long now) {
      return now - starved - Math.max(0, now - due);
    }
  }

  private static final class Observed {
    private static final Starvation STARVATION = observed();

    private static Starvation observed() {
      Starvation starvation = new Starvation(System::nanoTime);
      Thread.ofVirtual().name("starvation").start(starvation::observe);
      return starvation;
    }
  }
}
