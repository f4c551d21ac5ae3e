package dev.riexpiry.sweep;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Runs tasks, which may add further tasks, on so many virtual threads at once.
///
/// The threads live as long as the queue: the SDK keeps its XML parser and its MAC in thread
/// locals, so one thread a call would build them anew for each. A task that takes longer than a
/// second is waiting for somebody who may never answer; another thread takes its place meanwhile,
/// up to four times as many in all, so that one slow account never holds the others.
///
/// Tasks belong to lanes. The first lanes are served in turn; the last only when they have nothing
/// to do, so that an account is entered when there is room to read it and not long before.
final class WorkQueue implements AutoCloseable {
  private static final Duration STUCK = Duration.ofSeconds(1);
  private static final long TICK_NANOS = Duration.ofMillis(100).toNanos();
  private static final int THREADS_PER_PLACE = 4;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition idle = lock.newCondition();
  private final ThreadFactory threads = Thread.ofVirtual().name("sweep-", 0).factory();
  private final Map<Thread, Long> busySince = new HashMap<>();
  private final AtomicReference<@Nullable Throwable> defect = new AtomicReference<>();
  private final List<Lane> lanes;
  private final int concurrency;
  private final long stuckNanos;
  private int threadCount;
  private int nextLane;
  private int pending;
  private boolean closed;

  /// @param concurrency how many tasks may make progress at once
  /// @param lanes how many lanes there are
  WorkQueue(int concurrency, int lanes) {
    this(concurrency, lanes, STUCK);
  }

  /// @param stuck how long a task may take before another thread takes its place
  WorkQueue(int concurrency, int lanes, Duration stuck) {
    this.concurrency = concurrency;
    this.stuckNanos = stuck.toNanos();
    this.lanes =
        IntStream.range(0, lanes).mapToObj(i -> new Lane(concurrency * THREADS_PER_PLACE)).toList();
  }

  /// Adds a task to a lane. A task that adds others does so before it ends, so that the queue is
  /// never seen empty in between.
  void add(int lane, Runnable task) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      pending++;
      lanes.get(lane).add(task);
      if (threadCount < concurrency) {
        startThread();
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Slows a lane down.
  void throttled(int lane) {
    lock.lock();
    try {
      lanes.get(lane).throttled(System.nanoTime());
    } finally {
      lock.unlock();
    }
  }

  /// Lets a lane that was slowed down recover.
  void succeeded(int lane) {
    lock.lock();
    try {
      lanes.get(lane).succeeded();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until every task has ended, or `stop` says that it is time to.
  ///
  /// @return whether every task has ended
  /// @throws IllegalStateException if a task threw, which is a defect of this program
  boolean awaitEmpty(Stop stop) {
    lock.lock();
    try {
      while (pending > 0 && defect.get() == null && !stop.isDue()) {
        replaceStuck();
        idle.await(TICK_NANOS, TimeUnit.NANOSECONDS);
      }
      if (defect.get() != null) {
        throw new IllegalStateException("a task of the sweep failed", defect.get());
      }
      return pending == 0;
    } catch (InterruptedException e) {
      // Who interrupts the run wants its end, as who presses Ctrl-C does.
      stop.request();
      Thread.currentThread().interrupt();
      return pending == 0;
    } finally {
      lock.unlock();
    }
  }

  private void replaceStuck() {
    int wanted = Math.min(concurrency + stuck(), concurrency * THREADS_PER_PLACE);
    while (threadCount < wanted && lanes.stream().anyMatch(Lane::hasRoom)) {
      startThread();
    }
  }

  private int stuck() {
    long now = System.nanoTime();
    return (int) busySince.values().stream().filter(since -> now - since > stuckNanos).count();
  }

  private void startThread() {
    threadCount++;
    threads.newThread(this::work).start();
  }

  private void work() {
    for (Optional<Task> task = take(); task.isPresent(); task = take()) {
      try {
        task.get().body().run();
      } catch (RuntimeException | Error e) {
        defect.compareAndSet(null, e);
      } finally {
        ended(task.get());
      }
    }
  }

  /// The next task for this thread; empty if it is to end.
  private Optional<Task> take() {
    lock.lock();
    try {
      while (!closed && threadCount - concurrency <= (threadCount > concurrency ? stuck() : 0)) {
        Optional<Task> task = next();
        if (task.isPresent()) {
          clearInterrupt();
          busySince.put(Thread.currentThread(), System.nanoTime());
          return task;
        }
        changed.awaitUninterruptibly();
      }
      threadCount--;
      changed.signal();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /// An interrupt that the last task left behind, as one that ran into its time-out may, is not
  /// meant for the next. Only [#close] interrupts, and only what it finds busy.
  private static void clearInterrupt() {
    boolean _ = Thread.interrupted();
  }

  private Optional<Task> next() {
    int inTurn = lanes.size() - 1;
    for (int i = 0; i < inTurn; i++) {
      Lane lane = lanes.get((nextLane + i) % inTurn);
      Optional<Runnable> body = lane.take();
      if (body.isPresent()) {
        nextLane = (nextLane + i + 1) % inTurn;
        return Optional.of(new Task(lane, body.get()));
      }
    }
    Lane last = lanes.getLast();
    return last.take().map(body -> new Task(last, body));
  }

  private void ended(Task task) {
    lock.lock();
    try {
      busySince.remove(Thread.currentThread());
      task.lane().ended();
      pending--;
      changed.signal();
      if (pending == 0 || defect.get() != null) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Ends the threads, interrupting the calls that are under way.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      busySince.keySet().forEach(Thread::interrupt);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private record Task(Lane lane, Runnable body) {}
}
