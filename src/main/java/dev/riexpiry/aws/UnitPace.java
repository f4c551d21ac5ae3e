package dev.riexpiry.aws;

import dev.riexpiry.sweep.Stop;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkServiceException;

/// The pace of calls to Organizations, which takes few in a second from all callers together: calls
/// move apart when one is throttled, and together again with each that is not.
///
/// - apart at first: nothing; after the first throttled call, 100 milliseconds; doubled by further
///   ones, up to a second; a tenth less with each answer
/// - attempts: four in all, each with all of the SDK's own
final class UnitPace {
  private static final int ATTEMPTS = 4;
  private static final long FIRST_NANOS = 100_000_000;
  private static final long MOST_NANOS = 1_000_000_000;
  private static final long FASTER_BY = 10;

  private final Stop stop;
  private long apartNanos;
  private long raisedAt = System.nanoTime();
  private long nextAt = raisedAt;

  /// @param stop ends waiting and further attempts
  UnitPace(Stop stop) {
    this.stop = stop;
  }

  /// Makes a call when it is its turn, and again if it was throttled through all of the SDK's
  /// attempts.
  ///
  /// @throws SdkServiceException what the last attempt threw
  <P> P call(Supplier<P> call) {
    for (int attempt = 1; true; attempt++) {
      long began = await();
      try {
        AtomicReference<P> answer = new AtomicReference<>();
        boolean throttled = ThrottleWatch.during(() -> answer.set(call.get()));
        if (throttled) {
          slower(began);
        } else {
          faster();
        }
        return answer.get();
      } catch (SdkServiceException e) {
        if (!e.isThrottlingException()) {
          throw e;
        }
        slower(began);
        if (attempt == ATTEMPTS || stop.isDue()) {
          throw e;
        }
      }
    }
  }

  /// Returns when the next call may start, or there is no time to wait any more.
  private long await() {
    long turn = turn();
    for (long wait = turn - System.nanoTime();
        wait > 0 && !stop.isDue() && !Thread.currentThread().isInterrupted();
        wait = turn - System.nanoTime()) {
      LockSupport.parkNanos(wait);
    }
    return turn;
  }

  private synchronized long turn() {
    long now = System.nanoTime();
    long turn = nextAt - now > 0 ? nextAt : now;
    nextAt = turn + apartNanos;
    return turn;
  }

  /// A throttled burst is one event: the calls that were under way with the first one show nothing
  /// new.
  private synchronized void slower(long began) {
    if (apartNanos > 0 && began - raisedAt < 0) {
      return;
    }
    apartNanos = Math.clamp(2 * apartNanos, FIRST_NANOS, MOST_NANOS);
    raisedAt = System.nanoTime();
    nextAt = raisedAt + apartNanos;
  }

  private synchronized void faster() {
    apartNanos -= apartNanos / FASTER_BY;
    if (apartNanos < FASTER_BY) {
      apartNanos = 0;
    }
  }
}
