package dev.riexpiry.sweep;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// Tasks that AWS limits together, such as the calls to one service, and how many of them may run
/// at once. Being throttled halves that number; succeeding raises it again by one for each round of
/// successes, as TCP does. Guarded by the queue that owns it.
final class Lane {
  private static final long NANOS_BETWEEN_CUTS = 500_000_000L;

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final int most;
  private int limit;
  private int running;
  private int successes;
  private long lastCut;
  private boolean cutOnce;

  /// @param most how many may ever run at once
  Lane(int most) {
    this.most = most;
    this.limit = most;
  }

  void add(Runnable task) {
    waiting.add(task);
  }

  /// The next task, which counts as running from here on; empty if there is none or the lane is
  /// full.
  Optional<Runnable> take() {
    if (!hasRoom()) {
      return Optional.empty();
    }
    running++;
    return Optional.of(waiting.remove());
  }

  void ended() {
    running--;
  }

  /// One throttled burst is one event: the calls that were under way with the first tell nothing
  /// new.
  void throttled(long nowNanos) {
    successes = 0;
    if (!cutOnce || nowNanos - lastCut >= NANOS_BETWEEN_CUTS) {
      cutOnce = true;
      lastCut = nowNanos;
      limit = Math.max(1, Math.min(limit, running) / 2);
    }
  }

  void succeeded() {
    successes++;
    if (limit < most && successes >= limit) {
      successes = 0;
      limit++;
    }
  }

  /// Tells whether another thread would find something to do here.
  boolean hasRoom() {
    return running < limit && !waiting.isEmpty();
  }

  int limit() {
    return limit;
  }
}
