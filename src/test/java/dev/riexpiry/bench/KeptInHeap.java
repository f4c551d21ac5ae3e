package dev.riexpiry.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Collects all garbage again and again while something runs, and notes what is left: how much is
/// used between two collections says more about the collector than about the program. A fifth of
/// the time goes to that.
final class KeptInHeap implements AutoCloseable {
  private static final int BETWEEN_COLLECTIONS = 4;

  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final AtomicLong most = new AtomicLong();
  private final AtomicBoolean ended = new AtomicBoolean();

  private KeptInHeap() {}

  static KeptInHeap watch() {
    KeptInHeap kept = new KeptInHeap();
    kept.look();
    Thread.ofPlatform().daemon().start(kept::lookUntilTheEnd);
    return kept;
  }

  private void lookUntilTheEnd() {
    while (!ended.get()) {
      long began = System.nanoTime();
      look();
      LockSupport.parkNanos(BETWEEN_COLLECTIONS * (System.nanoTime() - began));
    }
  }

  private void look() {
    memory.gc();
    most.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max);
  }

  /// The most bytes that were left so far.
  long most() {
    return most.get();
  }

  @Override
  public void close() {
    ended.set(true);
  }
}
