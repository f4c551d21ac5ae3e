package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// One thread for the time-outs of all calls, which leave out the time for which this process had
/// no processor: that is not the silence of whom it calls. By default, the SDK starts five threads
/// for each client, which count every second.
///
/// - longest extension: to ten times as long, so that each call ends
final class FedTimers extends ScheduledThreadPoolExecutor {
  private static final int MOST_TIMES = 10;

  private final LongSupplier fedNanos;

  /// @param fedNanos the time, standing still while there is no processor
  FedTimers(LongSupplier fedNanos) {
    super(1, Thread.ofPlatform().daemon().name("aws-timers").factory());
    this.fedNanos = requireNonNull(fedNanos, "fedNanos is null");
  }

  @Override
  protected <V> RunnableScheduledFuture<V> decorateTask(
      Runnable runnable, RunnableScheduledFuture<V> task) {
    return new Timer<>(task);
  }

  private final class Timer<V> implements RunnableScheduledFuture<V> {
    private final RunnableScheduledFuture<V> task;
    private final long dueFed;
    private final long last;
    private volatile long due;

    Timer(RunnableScheduledFuture<V> task) {
      this.task = task;
      long delay = task.getDelay(TimeUnit.NANOSECONDS);
      long now = System.nanoTime();
      this.dueFed = fedNanos.getAsLong() + delay;
      this.last = now + delay * MOST_TIMES;
      this.due = now + delay;
    }

    @Override
    public void run() {
      long now = System.nanoTime();
      long missing = Math.min(dueFed - fedNanos.getAsLong(), last - now);
      if (missing > 0 && !isCancelled() && !isShutdown()) {
        due = now + missing;
        getQueue().add(this);
      } else {
        task.run();
      }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = task.cancel(mayInterruptIfRunning);
      boolean _ = remove(this);
      return cancelled;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }

    @Override
    public boolean isPeriodic() {
      return false;
    }

    @Override
    public boolean isCancelled() {
      return task.isCancelled();
    }

    @Override
    public boolean isDone() {
      return task.isDone();
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
      return task.get();
    }

    @Override
    public V get(long timeout, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      return task.get(timeout, unit);
    }
  }
}
