package dev.riexpiry.sweep;

import java.time.Duration;
import java.util.List;

/// Asks again what did not answer in time, few at once: a slow answer, or one that was missed for
/// want of a processor, is read then.
///
/// It ends as soon as so many as are asked at once, one after the other, stay silent: those who
/// never answer cost one such wait in all, and not one each. For that, a further one is asked only
/// once it is known that not all who are asked already stay silent.
final class LastRound {
  static final int AT_ONCE = 8;

  /// Nobody takes the place of one who is waited for.
  private static final Duration NEVER_STUCK = Duration.ofDays(1);

  private int silentInARow;
  private int underWay;

  /// @param silences most hopeful first
  /// @param giveUp called when `stop` is due, before the calls under way are interrupted
  void run(List<Silence> silences, Stop stop, Runnable giveUp) {
    if (silences.isEmpty()) {
      return;
    }
    try (WorkQueue queue = new WorkQueue(AT_ONCE, 1, NEVER_STUCK, 0)) {
      silences.forEach(silence -> add(silence, queue));
      if (!queue.awaitEmpty(stop)) {
        giveUp.run();
      }
    }
  }

  private void add(Silence silence, WorkQueue queue) {
    queue.add(0, new Task(silence.owner(), false, () -> askAgain(silence, queue)));
  }

  private void askAgain(Silence silence, WorkQueue queue) {
    if (mayAsk()) {
      boolean answered = false;
      try {
        answered = silence.again().test(next -> add(next, queue));
      } finally {
        asked(answered);
      }
    }
  }

  /// Tells, as soon as that is known, whether there is still hope.
  private synchronized boolean mayAsk() {
    try {
      while (silentInARow < AT_ONCE && silentInARow + underWay >= AT_ONCE) {
        wait();
      }
    } catch (InterruptedException e) {
      // The queue ends its threads so.
      Thread.currentThread().interrupt();
      return false;
    }
    if (silentInARow >= AT_ONCE) {
      return false;
    }
    underWay++;
    return true;
  }

  private synchronized void asked(boolean answered) {
    underWay--;
    silentInARow = answered ? 0 : silentInARow + 1;
    notifyAll();
  }
}
