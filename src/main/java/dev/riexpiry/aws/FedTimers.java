package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
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
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return super.schedule(new Asked(command, unit.toNanos(delay)), delay, unit);
  }

  @Override
  protected <V> RunnableScheduledFuture<V> decorateTask(
      Runnable runnable, RunnableScheduledFuture<V> task) {
    return runnable instanceof Asked asked ? new Timer<>(task, asked) : task;
  }

  /// What is asked of a timer. What is left of it when the timer is made would be less, by the time
  /// without a processor that is to be left out, and ten times as much less at the latest.
  private final class Asked implements Runnable {
    private final Runnable command;
    private final long due;
    private final long dueFed;
    private final long last;

    Asked(Runnable command, long delay) {
      this.command = requireNonNull(command, "command is null");
      long now = System.nanoTime();
      this.due = now + delay;
      this.dueFed = fedNanos.getAsLong() + delay;
      this.last = now + delay * MOST_TIMES;
    }

    @Override
    public void run() {
      command.run();
    }
  }

  private final class Timer<V> implements RunnableScheduledFuture<V> {
    private final RunnableScheduledFuture<V> task;
    private final Asked asked;
    private volatile long due;

    Timer(RunnableScheduledFuture<V> task, Asked asked) {
      this.task = task;
      this.asked = asked;
      this.due = asked.due;
    }

    @Override
    public void run() {
      long now = System.nanoTime();
      long missing = Math.min(asked.dueFed - fedNanos.getAsLong(), asked.last - now);
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
