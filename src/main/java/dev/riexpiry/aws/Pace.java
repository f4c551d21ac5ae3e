package dev.riexpiry.aws;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Keeps messages apart: SNS deactivates a mail subscription that gets more than ten in a second.
///
/// - default: 125 milliseconds between the starts of two messages, which makes eight a second
final class Pace {
  private static final Duration APART = Duration.ofMillis(125);

  private long nextNanos = System.nanoTime();

  /// Returns when the next message may start.
  synchronized void await() {
    for (long wait = nextNanos - System.nanoTime();
        wait > 0 && !Thread.currentThread().isInterrupted();
        wait = nextNanos - System.nanoTime()) {
      LockSupport.parkNanos(wait);
    }
    nextNanos = System.nanoTime() + APART.toNanos();
  }
}
