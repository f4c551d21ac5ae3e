package dev.riexpiry.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A rule that does not hold leaves a test waiting for what never comes; the time-out ends it.
@Timeout(60)
class WorkQueueTest {
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Duration AT_ONCE = Duration.ZERO;

  /// The last lane never comes before the others.
  private static final int NOTHING_WAITS = 0;

  private static Task task(Runnable body) {
    return new Task("somebody", false, body);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Test
  void runsAsManyTasksAtOnceAsItMayAndNoMore() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch crowd = new CountDownLatch(3);
    try (WorkQueue queue = new WorkQueue(3, 2, NEVER, NOTHING_WAITS)) {
      for (int i = 0; i < 100; i++) {
        queue.add(
            i % 2,
            task(() -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              crowd.countDown();
              await(crowd);
              running.decrementAndGet();
            }));
      }

      assertThat(queue.awaitEmpty(Stop.onRequest())).isTrue();
    }
    assertThat(most).hasValue(3);
  }

  @Test
  void beginsWithEightAndLetsAnotherBeginForEachThatEnds() {
    List<Integer> most = rounds(new Starvation(() -> 0));

    assertThat(most).containsExactly(8, 16, 32);
  }

  @Test
  void doesNotGrowWithoutAProcessor() {
    AtomicLong clock = new AtomicLong();
    Starvation starvation = new Starvation(clock::get);
    clock.set(Duration.ofSeconds(1).toNanos());

    assertThat(rounds(starvation)).containsExactly(8, 8, 8);
  }

  /// The tasks at once in each of three rounds: all that may begin have begun before any ends.
  private static List<Integer> rounds(Starvation starvation) {
    List<Integer> most = new ArrayList<>();
    Semaphore mayEnd = new Semaphore(0);
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    try (WorkQueue queue = new WorkQueue(64, 1, NEVER, NOTHING_WAITS, starvation)) {
      for (int i = 0; i < 200; i++) {
        queue.add(
            0,
            task(() -> {
              begun.incrementAndGet();
              mayEnd.acquireUninterruptibly();
              ended.incrementAndGet();
            }));
      }
      for (int round = 0; round < 3; round++) {
        most.add(settled(begun) - ended.get());
        int all = begun.get();
        mayEnd.release(all - ended.get());
        while (ended.get() < all) {
          Thread.onSpinWait();
        }
      }
      mayEnd.release(200);
      assertThat(queue.awaitEmpty(Stop.onRequest())).isTrue();
    }
    return most;
  }

  /// The count once it has not grown for a while.
  private static int settled(AtomicInteger count) {
    int before;
    do {
      before = count.get();
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    } while (count.get() != before || before == 0);
    return before;
  }

  @Test
  void doesNotReplaceATaskThatWaitsForTheProcessor() {
    AtomicLong clock = new AtomicLong();
    Starvation starvation = new Starvation(clock::get);
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch release = new CountDownLatch(1);
    Stop stop = Stop.onRequest();
    try (WorkQueue queue = new WorkQueue(1, 1, Duration.ofSeconds(1), NOTHING_WAITS, starvation)) {
      for (int i = 0; i < 3; i++) {
        queue.add(
            0,
            task(() -> {
              begun.incrementAndGet();
              await(release);
            }));
      }
      clock.set(Duration.ofMinutes(1).toNanos());
      Thread.ofVirtual()
          .start(() -> {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            stop.request();
          });
      assertThat(queue.awaitEmpty(stop)).isFalse();
      assertThat(begun).hasValue(1);
      release.countDown();
    }
  }

  @Test
  void isNotEmptyBeforeTheTasksOfItsTasksHaveEnded() {
    AtomicInteger ended = new AtomicInteger();
    try (WorkQueue queue = new WorkQueue(2, 2, NEVER, NOTHING_WAITS)) {
      for (int i = 0; i < 50; i++) {
        queue.add(
            1,
            task(() -> {
              queue.add(0, task(ended::incrementAndGet));
              queue.add(0, task(ended::incrementAndGet));
            }));
      }

      assertThat(queue.awaitEmpty(Stop.onRequest())).isTrue();
      assertThat(ended).hasValue(100);
    }
  }

  @Test
  void replacesATaskThatIsStuckSoThatOthersGoOn() {
    CountDownLatch others = new CountDownLatch(10);
    try (WorkQueue queue = new WorkQueue(1, 2, AT_ONCE, NOTHING_WAITS)) {
      queue.add(0, task(() -> await(others)));
      for (int i = 0; i < 10; i++) {
        queue.add(0, task(others::countDown));
      }

      assertThat(queue.awaitEmpty(Stop.onRequest())).isTrue();
    }
  }

  @Test
  void runsFourTimesAsManyAtMostHoweverManyAreStuck() {
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(8);
    CountDownLatch release = new CountDownLatch(1);
    Stop stop = Stop.onRequest();
    try (WorkQueue queue = new WorkQueue(2, 2, AT_ONCE, NOTHING_WAITS)) {
      for (int i = 0; i < 20; i++) {
        queue.add(
            0,
            task(() -> {
              begun.incrementAndGet();
              all.countDown();
              await(release);
            }));
      }
      Thread.ofVirtual()
          .start(() -> {
            await(all);
            stop.request();
          });

      assertThat(queue.awaitEmpty(stop)).isFalse();
      assertThat(begun).hasValue(8);
      release.countDown();
      assertThat(queue.awaitEmpty(Stop.onRequest())).isTrue();
    }
    assertThat(begun).hasValue(20);
  }

  @Test
  void aLaneAtItsLimitDoesNotHoldTheOthers() {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger inHeldLane = new AtomicInteger();
    try (WorkQueue queue = new WorkQueue(4, 3, NEVER, NOTHING_WAITS)) {
      queue.add(
          0,
          task(() -> {
            // Throttled while it is the only one of its lane: the lane takes one at a time from
            // here.
            queue.throttled(0);
            begun.countDown();
            await(held);
          }));
      await(begun);
      for (int i = 0; i < 10; i++) {
        queue.add(0, task(inHeldLane::incrementAndGet));
      }
      CountDownLatch others = new CountDownLatch(50);
      for (int i = 0; i < 50; i++) {
        queue.add(1, task(others::countDown));
      }
      await(others);
      assertThat(inHeldLane).hasValue(0);

      held.countDown();
      assertThat(queue.awaitEmpty(Stop.onRequest())).isTrue();
    }
    assertThat(inHeldLane).hasValue(10);
  }

  @Test
  void aStuckTaskDoesNotHoldALaneThatWasThrottled() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(10);
    try (WorkQueue queue = new WorkQueue(4, 2, AT_ONCE, NOTHING_WAITS)) {
      queue.add(
          0,
          task(() -> {
            queue.throttled(0);
            begun.countDown();
            await(others);
          }));
      await(begun);
      for (int i = 0; i < 10; i++) {
        queue.add(0, task(others::countDown));
      }

      assertThat(queue.awaitEmpty(Stop.onRequest())).isTrue();
    }
  }

  @Test
  void servesTheFirstLanesInTurnAndTheLastWhereTheyHaveNothing() {
    ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
    try (WorkQueue queue = new WorkQueue(1, 3, NEVER, NOTHING_WAITS)) {
      queue.add(
          2,
          task(() -> {
            queue.add(2, task(() -> order.add("last")));
            for (String name : List.of("a1", "a2", "a3")) {
              queue.add(0, task(() -> order.add(name)));
            }
            for (String name : List.of("b1", "b2")) {
              queue.add(1, task(() -> order.add(name)));
            }
          }));

      assertThat(queue.awaitEmpty(Stop.onRequest())).isTrue();
    }
    assertThat(order).containsExactly("a1", "b1", "a2", "b2", "a3", "last");
  }

  @Test
  void servesTheLastLaneBeforeTheOthersWhileLittleWaitsInThose() {
    ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
    try (WorkQueue queue = new WorkQueue(1, 2, NEVER, 2)) {
      queue.add(
          1,
          task(() -> {
            queue.add(0, task(() -> order.add("a1")));
            for (String name : List.of("enter1", "enter2")) {
              queue.add(
                  1,
                  task(() -> {
                    order.add(name);
                    queue.add(0, task(() -> order.add("after " + name)));
                  }));
            }
          }));

      assertThat(queue.awaitEmpty(Stop.onRequest())).isTrue();
    }
    assertThat(order).containsExactly("enter1", "a1", "enter2", "after enter1", "after enter2");
  }

  @Test
  void servesUrgentTasksOfALaneBeforeItsOthers() {
    ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
    try (WorkQueue queue = new WorkQueue(1, 2, NEVER, NOTHING_WAITS)) {
      queue.add(
          1,
          task(() -> {
            queue.add(0, task(() -> order.add("first")));
            queue.add(0, new Task("somebody", true, () -> order.add("urgent")));
          }));

      assertThat(queue.awaitEmpty(Stop.onRequest())).isTrue();
    }
    assertThat(order).containsExactly("urgent", "first");
  }

  @Test
  void hurriesTheOtherTasksOfAnOwnerWhoseTaskIsStuck() {
    ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
    CountDownLatch others = new CountDownLatch(3);
    try (WorkQueue queue = new WorkQueue(1, 2, AT_ONCE, NOTHING_WAITS)) {
      queue.add(0, new Task("silent", false, () -> await(others)));
      for (String name : List.of("a", "b", "silent")) {
        queue.add(
            0,
            new Task(
                name,
                false,
                () -> {
                  order.add(name);
                  others.countDown();
                }));
      }

      assertThat(queue.awaitEmpty(Stop.onRequest())).isTrue();
    }
    assertThat(order).containsExactly("silent", "a", "b");
  }

  @Test
  void interruptsWhatIsUnderWayWhenItIsClosed() {
    CountDownLatch begun = new CountDownLatch(3);
    CountDownLatch interrupted = new CountDownLatch(3);
    try (WorkQueue queue = new WorkQueue(3, 2, NEVER, NOTHING_WAITS)) {
      for (int i = 0; i < 3; i++) {
        queue.add(
            0,
            task(() -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
            }));
      }
      await(begun);
    }
    await(interrupted);
    assertThat(interrupted.getCount()).isZero();
  }

  @Test
  void beginsNothingMoreOnceItIsClosed() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    AtomicInteger later = new AtomicInteger();
    WorkQueue queue = new WorkQueue(1, 2, NEVER, NOTHING_WAITS);
    queue.add(
        0,
        task(() -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            queue.add(0, task(later::incrementAndGet));
            ended.countDown();
          }
        }));
    queue.add(0, task(later::incrementAndGet));
    await(begun);
    queue.close();
    await(ended);
    queue.add(0, task(later::incrementAndGet));

    assertThat(queue.awaitEmpty(Stop.after(Duration.ZERO))).isFalse();
    assertThat(later).hasValue(0);
  }

  @Test
  void doesNotSwallowADefect() {
    IllegalArgumentException defect = new IllegalArgumentException("a defect");
    try (WorkQueue queue = new WorkQueue(1, 2, NEVER, NOTHING_WAITS)) {
      queue.add(
          0,
          task(() -> {
            throw defect;
          }));

      assertThatThrownBy(() -> queue.awaitEmpty(Stop.onRequest()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a task of the sweep failed")
          .hasCause(defect);
    }
  }

  @Test
  void takesAnInterruptForTheWishToEnd() {
    Stop stop = Stop.onRequest();
    try (WorkQueue queue = new WorkQueue(1, 2, NEVER, NOTHING_WAITS)) {
      queue.add(0, task(() -> await(new CountDownLatch(1))));
      Thread.currentThread().interrupt();

      assertThat(queue.awaitEmpty(stop)).isFalse();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(stop.isRequested()).isTrue();
    }
  }

  @Test
  void doesNotLetATaskInheritTheInterruptOfTheLast() {
    ConcurrentLinkedQueue<Boolean> interrupted = new ConcurrentLinkedQueue<>();
    try (WorkQueue queue = new WorkQueue(1, 2, NEVER, NOTHING_WAITS)) {
      queue.add(
          1,
          task(() -> {
            queue.add(0, task(() -> interrupted.add(Thread.currentThread().isInterrupted())));
            Thread.currentThread().interrupt();
          }));

      assertThat(queue.awaitEmpty(Stop.onRequest())).isTrue();
    }
    assertThat(interrupted).containsExactly(false);
  }

  @Test
  void losesNoTaskWhereManyAddAtOnce() {
    AtomicInteger ended = new AtomicInteger();
    try (WorkQueue queue = new WorkQueue(8, 4, AT_ONCE, NOTHING_WAITS)) {
      for (int i = 0; i < 500; i++) {
        queue.add(
            3,
            task(() ->
                IntStream.range(0, 30)
                    .forEach(j ->
                        queue.add(
                            j % 3,
                            task(() -> {
                              ended.incrementAndGet();
                              if (j % 7 == 0) {
                                queue.throttled(j % 3);
                              } else {
                                queue.succeeded(j % 3);
                              }
                            })))));
      }

      assertThat(queue.awaitEmpty(Stop.onRequest())).isTrue();
    }
    assertThat(ended).hasValue(15_000);
  }
}
