package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

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

/// Runs tasks, which may add further tasks, on several virtual threads at once.
///
/// The threads live as long as the queue: the SDK keeps its XML parser and its MAC in thread
/// locals, so one thread a call would build them anew for each. A task that takes longer than a
/// second is waiting for an account that may never answer; another thread takes its place
/// meanwhile, up to four times as many in all, so that one slow account never holds the others.
///
/// It begins with few tasks at once, and each that ends lets another begin beside it: many cold
/// calls at once would wait for the processor, and not for AWS. While there is hardly any
/// processor, the number does not grow, and the time without one does not count as a task's.
///
/// Tasks belong to lanes. The first lanes are served in turn. The last, that of the sign-ins, comes
/// before them while few tasks wait there and after them while many do, so that an account that
/// does not answer is found early, and few sets of credentials live at a time.
///
/// Once a task is stuck, it no longer counts in its lane, and the other tasks of its owner are
/// urgent: an account that never answers has its time-outs side by side, while the others are read.
final class WorkQueue implements AutoCloseable {
  private static final Duration STUCK = Duration.ofSeconds(1);
  private static final long TICK_NANOS = Duration.ofMillis(100).toNanos();
  private static final int THREADS_PER_PLACE = 4;

  private static final int FIRST_AT_ONCE = 8;

  /// The waiting tasks below which sign-ins come first: those of some hundred accounts in a few
  /// regions, which take a few megabytes.
  private static final int LITTLE = 8192;

  /// The most sign-ins at once: STS lets about 600 roles a second be assumed, and answers in less
  /// than a tenth of one.
  private static final int ENTERED_AT_ONCE = 32;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition idle = lock.newCondition();
  private final ThreadFactory threads = Thread.ofVirtual().name("sweep-", 0).factory();
  private final Map<Thread, Busy> busy = new HashMap<>();
  private final AtomicReference<@Nullable Throwable> defect = new AtomicReference<>();
  private final List<Lane> lanes;
  private final int concurrency;
  private final long stuckNanos;
  private final int little;
  private final Starvation starvation;
  private int allowed;
  private int threadCount;
  private int nextLane;
  private int pending;
  private boolean closed;

  /// @param concurrency the number of tasks that may make progress at once
  /// @param lanes the number of lanes
  WorkQueue(int concurrency, int lanes) {
    this(concurrency, lanes, STUCK, LITTLE, Starvation.ofThisProcess());
  }

  /// @param stuck the time that a task may take before another thread takes its place
  /// @param little the number of tasks waiting in the first lanes below which the last goes before
  ///   them
  WorkQueue(int concurrency, int lanes, Duration stuck, int little) {
    this(concurrency, lanes, stuck, little, Starvation.ofThisProcess());
  }

  WorkQueue(int concurrency, int lanes, Duration stuck, int little, Starvation starvation) {
    this.concurrency = concurrency;
    this.allowed = Math.min(concurrency, FIRST_AT_ONCE);
    this.starvation = starvation;
    this.stuckNanos = stuck.toNanos();
    this.little = little;
    int most = concurrency * THREADS_PER_PLACE;
    this.lanes =
        IntStream.range(0, lanes)
            .mapToObj(i -> new Lane(i < lanes - 1 ? most : Math.min(most, ENTERED_AT_ONCE)))
            .toList();
  }

  /// Adds a task to a lane. A task that adds others does so before it ends, so that the queue is
  /// never seen empty in between.
  void add(int lane, Task task) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      pending++;
      lanes.get(lane).add(task);
      if (threadCount < allowed) {
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

  /// Waits until every task has ended, or `stop` is due.
  ///
  /// @return whether every task has ended
  /// @throws IllegalStateException if a task threw, which is a defect of this program
  boolean awaitEmpty(Stop stop) {
    lock.lock();
    try {
      while (pending > 0 && defect.get() == null && !stop.isDue()) {
        letStuckGo();
        replaceStuck();
        idle.await(TICK_NANOS, TimeUnit.NANOSECONDS);
      }
      if (defect.get() != null) {
        throw new IllegalStateException("a task of the sweep failed", defect.get());
      }
      return pending == 0;
    } catch (InterruptedException e) {
      // An interrupt asks for the end of the run, as Ctrl-C does.
      stop.request();
      Thread.currentThread().interrupt();
      return pending == 0;
    } finally {
      lock.unlock();
    }
  }

  private void letStuckGo() {
    long now = starvation.fedNanos();
    for (Busy at : busy.values()) {
      if (at.isInLane && at.isStuck(now)) {
        at.leaveLane();
        lanes.forEach(lane -> lane.hurry(at.running.task().owner()));
      }
    }
  }

  private void replaceStuck() {
    int wanted = Math.min(allowed + stuck(), concurrency * THREADS_PER_PLACE);
    while (threadCount < wanted && lanes.stream().anyMatch(Lane::hasRoom)) {
      startThread();
    }
  }

  private int stuck() {
    long now = starvation.fedNanos();
    return (int) busy.values().stream().filter(task -> task.isStuck(now)).count();
  }

  private void startThread() {
    threadCount++;
    threads.newThread(this::work).start();
  }

  private void work() {
    for (Optional<Running> taken = take(); taken.isPresent(); taken = take()) {
      try {
        taken.get().task().body().run();
      } catch (RuntimeException | Error e) {
        defect.compareAndSet(null, e);
      } finally {
        ended();
      }
    }
  }

  /// The next task for this thread; empty if it is to end.
  private Optional<Running> take() {
    lock.lock();
    try {
      while (!closed && threadCount - allowed <= (threadCount > allowed ? stuck() : 0)) {
        Optional<Running> taken = next();
        if (taken.isPresent()) {
          clearInterrupt();
          busy.put(Thread.currentThread(), new Busy(taken.get(), starvation.fedNanos()));
          return taken;
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

  /// Clears an interrupt that the last task left behind, as one that ran into its time-out may: it
  /// is not meant for the next. Only [#close] interrupts, and only threads that are busy.
  private static void clearInterrupt() {
    boolean _ = Thread.interrupted();
  }

  private Optional<Running> next() {
    Lane last = lanes.getLast();
    if (lanes.stream().mapToInt(Lane::waiting).sum() - last.waiting() < little) {
      Optional<Running> taken = from(last);
      return taken.isPresent() ? taken : inTurn();
    }
    Optional<Running> taken = inTurn();
    return taken.isPresent() ? taken : from(last);
  }

  private Optional<Running> inTurn() {
    int inTurn = lanes.size() - 1;
    for (int i = 0; i < inTurn; i++) {
      Optional<Running> taken = from(lanes.get((nextLane + i) % inTurn));
      if (taken.isPresent()) {
        nextLane = (nextLane + i + 1) % inTurn;
        return taken;
      }
    }
    return Optional.empty();
  }

  private static Optional<Running> from(Lane lane) {
    return lane.take().map(task -> new Running(lane, task));
  }

  private void ended() {
    lock.lock();
    try {
      Busy at = requireNonNull(busy.remove(Thread.currentThread()), "this thread is at nothing");
      if (at.isInLane) {
        at.leaveLane();
      }
      pending--;
      grow();
      changed.signal();
      if (pending == 0 || defect.get() != null) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void grow() {
    if (allowed < concurrency && !starvation.isAcute()) {
      allowed++;
    }
    if (threadCount < allowed && lanes.stream().anyMatch(Lane::hasRoom)) {
      startThread();
    }
  }

  /// Ends the threads, interrupting the calls that are under way.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      busy.keySet().forEach(Thread::interrupt);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private record Running(Lane lane, Task task) {}

  /// The task that a thread runs, and since when.
  private final class Busy {
    private final Running running;
    private final long since;
    private boolean isInLane = true;

    private Busy(Running running, long since) {
      this.running = running;
      this.since = since;
    }

    private boolean isStuck(long now) {
      return now - since > stuckNanos;
    }

    private void leaveLane() {
      isInLane = false;
      running.lane().ended();
    }
  }
}
