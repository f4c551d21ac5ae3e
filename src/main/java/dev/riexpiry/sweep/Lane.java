package dev.riexpiry.sweep;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;

/// Tasks that AWS throttles together, such as the calls to one service, and the number of them that
/// may run at once. Throttling more than now and then halves that number; success raises it again
/// by one for each round of successes, as TCP does. Urgent tasks go before the others. Guarded by
/// the queue that owns it.
final class Lane {
  private static final long NANOS_BETWEEN_CUTS = 500_000_000L;

  /// The number of answers of which one may be throttled: a retry mends that, and it is no reason
  /// to slow down.
  private static final int NOW_AND_THEN = 20;

  private final Queue<Task> urgent = new ArrayDeque<>();
  private final Queue<Task> waiting = new ArrayDeque<>();
  private final int most;
  private int limit;
  private int running;
  private int successes;
  private int answers;
  private int throttledAnswers;
  private long lastLook;
  private boolean lookedOnce;

  /// @param most the most tasks that may ever run at once
  Lane(int most) {
    this.most = most;
    this.limit = most;
  }

  void add(Task task) {
    (task.urgent() ? urgent : waiting).add(task);
  }

  /// Makes the waiting tasks of this owner urgent.
  void hurry(Object owner) {
    for (Iterator<Task> tasks = waiting.iterator(); tasks.hasNext(); ) {
      Task task = tasks.next();
      if (task.owner().equals(owner)) {
        tasks.remove();
        urgent.add(task);
      }
    }
  }

  /// The number of tasks that wait here.
  int waiting() {
    return urgent.size() + waiting.size();
  }

  /// The next task, which counts as running from here on; empty if there is none or the lane is
  /// full.
  Optional<Task> take() {
    if (!hasRoom()) {
      return Optional.empty();
    }
    running++;
    return Optional.of((urgent.isEmpty() ? waiting : urgent).remove());
  }

  void ended() {
    running--;
  }

  /// Counts a throttled call. A throttled burst is one event: the calls that were under way with
  /// the first one show nothing new.
  void throttled(long nowNanos) {
    answers++;
    throttledAnswers++;
    if (!lookedOnce || nowNanos - lastLook >= NANOS_BETWEEN_CUTS) {
      if (throttledAnswers * NOW_AND_THEN > answers) {
        successes = 0;
        limit = Math.max(1, Math.min(limit, running) / 2);
      }
      lookedOnce = true;
      lastLook = nowNanos;
      answers = 0;
      throttledAnswers = 0;
    }
  }

  void succeeded() {
    answers++;
    successes++;
    if (limit < most && successes >= limit) {
      successes = 0;
      limit++;
    }
  }

  /// Tells whether another thread would find something to do here.
  boolean hasRoom() {
    return running < limit && waiting() > 0;
  }

  int limit() {
    return limit;
  }
}
