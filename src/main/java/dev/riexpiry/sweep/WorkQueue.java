package dev.riexpiry.sweep;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs tasks, which may add further tasks, on so many virtual threads at once.
///
/// The threads live as long as the queue: the SDK keeps its XML parser and its MAC in thread
/// locals, so one thread a call would build them anew for each.
final class WorkQueue implements AutoCloseable {
  private final ExecutorService workers;
  private final LinkedBlockingQueue<FutureTask<?>> ended = new LinkedBlockingQueue<>();
  private final AtomicInteger pending = new AtomicInteger();

  WorkQueue(int concurrency) {
    workers =
        Executors.newFixedThreadPool(concurrency, Thread.ofVirtual().name("sweep-", 0).factory());
  }

  /// Adds a task. A task that adds others does so before it ends, so that the queue is never seen
  /// empty in between.
  void add(Runnable task) {
    pending.incrementAndGet();
    workers.execute(
        new FutureTask<Void>(task, null) {
          @Override
          protected void done() {
            ended.add(this);
          }
        });
  }

  /// Waits until every task has ended. A task that throws is a defect of this program; it is thrown
  /// here rather than lost.
  ///
  /// @throws IllegalStateException if a task threw, or this thread was interrupted
  void awaitEmpty() {
    while (pending.get() > 0) {
      try {
        ended.take().get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while sweeping", e);
      } catch (java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException("a task of the sweep failed", e.getCause());
      }
      pending.decrementAndGet();
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
