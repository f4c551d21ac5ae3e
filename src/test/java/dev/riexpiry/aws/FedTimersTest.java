package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FedTimersTest {
  private final CountDownLatch fired = new CountDownLatch(1);

  /// The milliseconds until a timer of so many fires.
  private long fireAfter(long millis, LongSupplier fedNanos) throws InterruptedException {
    try (FedTimers timers = new FedTimers(fedNanos)) {
      long before = System.nanoTime();
      ScheduledFuture<?> timer = timers.schedule(fired::countDown, millis, TimeUnit.MILLISECONDS);
      fired.await();
      long after = Duration.ofNanos(System.nanoTime() - before).toMillis();
      assertThat(timer.isCancelled()).isFalse();
      return after;
    }
  }

  @Test
  void fireInTimeWhileThereIsAProcessor() throws InterruptedException {
    assertThat(fireAfter(100, System::nanoTime)).isBetween(100L, 900L);
  }

  @Test
  void leaveOutTheTimeWithoutAProcessor() throws InterruptedException {
    // A third of the time.
    assertThat(fireAfter(200, () -> System.nanoTime() / 3)).isGreaterThanOrEqualTo(590);
  }

  @Test
  void fireAfterTenTimesAsLongAtTheLatest() throws InterruptedException {
    assertThat(fireAfter(50, () -> 0)).isGreaterThanOrEqualTo(500);
  }

  @Test
  void leaveNothingBehindWhenTheyAreCancelled() throws InterruptedException {
    AtomicLong fed = new AtomicLong();
    try (FedTimers timers = new FedTimers(fed::get)) {
      ScheduledFuture<?> later = timers.schedule(fired::countDown, 1, TimeUnit.HOURS);
      ScheduledFuture<?> extended = timers.schedule(fired::countDown, 50, TimeUnit.MILLISECONDS);
      Thread.sleep(150);

      assertThat(later.cancel(false)).isTrue();
      assertThat(extended.cancel(false)).isTrue();
      assertThat(timers.getQueue()).isEmpty();
      assertThat(fired.getCount()).isEqualTo(1);
    }
  }
}
