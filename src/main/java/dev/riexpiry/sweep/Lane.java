package dev.riexpiry.sweep;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;

/// Tasks that AWS throttles together, such as the calls to one service, and the number of them that
/// may run at once. Urgent tasks go before the others. Guarded by the queue that owns it.
final class Lane {
  private final Queue<Task> urgent = new ArrayDeque<>();
  private final Queue<Task> waiting = new ArrayDeque<>();
  private final CallLimit limit;
  private int running;

  /// @param most the most tasks that may ever run at once
  Lane(int most) {
    this.limit = new CallLimit(most);
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

  /// Counts a throttled call.
  void throttled(long nowNanos) {
    limit.throttled(nowNanos, running);
  }

  void succeeded() {
    limit.succeeded();
  }

  /// Tells whether another thread would find something to do here.
  boolean hasRoom() {
    return running < limit.calls() && waiting() > 0;
  }

  int limit() {
    return limit.calls();
  }
}
