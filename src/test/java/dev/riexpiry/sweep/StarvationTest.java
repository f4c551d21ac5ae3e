package dev.riexpiry.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StarvationTest {
  private static final long MILLI = Duration.ofMillis(1).toNanos();

  private final AtomicLong clock = new AtomicLong(-7);
  private final Starvation starvation = new Starvation(clock::get);

  private void pass(long millis) {
    clock.addAndGet(millis * MILLI);
  }

  /// The milliseconds that `what` takes by the time that stands still without a processor.
  private long fed(Runnable what) {
    long before = starvation.fedNanos();
    what.run();
    return (starvation.fedNanos() - before) / MILLI;
  }

  @Test
  void countsAllTimeWhileThereIsAProcessor() {
    assertThat(
            fed(() -> {
              for (int i = 0; i < 20; i++) {
                pass(50);
                starvation.beat();
              }
              pass(30);
            }))
        .isEqualTo(1030);
    assertThat(starvation.isAcute()).isFalse();
  }

  @Test
  void leavesOutWhatTheObservingThreadIsLateBy() {
    assertThat(
            fed(() -> {
              pass(50 + 3000);
              starvation.beat();
              pass(50);
              starvation.beat();
            }))
        .isEqualTo(100);
  }

  /// A timer must not fire because the observing thread has not come to say how late it is.
  @Test
  void leavesItOutBeforeTheObservingThreadRunsAgain() {
    assertThat(fed(() -> pass(4000))).isEqualTo(50);
    assertThat(fed(starvation::beat)).isZero();
  }

  @Test
  void isAcuteFromAFifthOfASecondOn() {
    pass(50 + 199);
    assertThat(starvation.isAcute()).isFalse();
    pass(1);
    assertThat(starvation.isAcute()).isTrue();
    starvation.beat();
    assertThat(starvation.isAcute()).isTrue();
    pass(50);
    starvation.beat();
    assertThat(starvation.isAcute()).isFalse();
  }

  @Test
  void isObservedInThisProcess() throws InterruptedException {
    Starvation here = Starvation.ofThisProcess();
    long before = here.fedNanos();
    Thread.sleep(500);
    assertThat(here.fedNanos() - before).isGreaterThan(55 * MILLI);
  }
}
