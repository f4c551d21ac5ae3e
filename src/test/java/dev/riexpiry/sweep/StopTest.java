package dev.riexpiry.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StopTest {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicReference<Duration> wanted = new AtomicReference<>(Duration.ZERO);
  private final Stop stop = Stop.after(Duration.ofSeconds(100), nanos::get);
  private final Stop earlier = stop.keepingBack(wanted::get);

  private void at(int seconds) {
    nanos.set(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void comesTheEarlierTheMoreIsKeptBack() {
    at(59);
    assertThat(earlier.isDue()).isFalse();

    wanted.set(Duration.ofSeconds(40));

    assertThat(earlier.left()).contains(Duration.ofSeconds(1));
    at(60);
    assertThat(earlier.isDue()).isTrue();
    assertThat(stop.isDue()).isFalse();
    assertThat(earlier.failure("ec2:X").message()).startsWith("the time for the check ran out");
  }

  @Test
  void neverComesLaterForIt() {
    wanted.set(Duration.ofSeconds(-40));

    at(99);
    assertThat(earlier.isDue()).isFalse();
    at(100);
    assertThat(earlier.isDue()).isTrue();
  }

  @Test
  void comesWithTheWholeOneOnRequest() {
    stop.request();

    assertThat(earlier.isDue()).isTrue();
    assertThat(earlier.failure("ec2:X").code()).isEqualTo("Cancelled");
  }
}
