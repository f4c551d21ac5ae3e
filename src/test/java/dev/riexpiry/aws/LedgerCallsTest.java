package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// How many calls to the ledger's table may be under way at once, and for how long it may be slow.
class LedgerCallsTest {
  private static final String ACTION = "dynamodb:PutItem";

  /// The successful calls after which a table that took one at once takes all again: one, two,
  /// three and so on up to one less than all.
  private static final int UNTIL_RECOVERED = (LedgerCalls.MOST - 1) * LedgerCalls.MOST / 2;

  private final AtomicLong nanos = new AtomicLong();
  private final LedgerCalls calls = new LedgerCalls(nanos::get);

  private Outcome<String> ask(String value) {
    return calls.ask(ACTION, () -> new Outcome.Found<>(value), "throttled"::equals);
  }

  private void succeed(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(ask("done").failure()).isEmpty();
    }
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /// Begins calls within each other, so that all are under way at once, and throttles the last.
  private Outcome<String> throttleTheLastOf(int underWay) {
    return underWay == 1
        ? ask("throttled")
        : calls.ask(ACTION, () -> throttleTheLastOf(underWay - 1));
  }

  @Test
  void beginsWithAllAtOnce() {
    assertThat(calls.atOnce()).isEqualTo(32);
  }

  @Test
  void halvesWhatIsUnderWayAtOnceWhenItIsThrottled() {
    AtomicInteger then = new AtomicInteger();
    calls.ask(
        ACTION,
        () -> {
          Outcome<String> last = throttleTheLastOf(9);
          then.set(calls.atOnce());
          return last;
        });

    assertThat(then).as("eight of the ten have succeeded since").hasValue(6);
  }

  @Test
  void takesOneMoreAfterEachRoundOfSuccessesUpToAll() {
    ask("throttled");
    assertThat(calls.atOnce()).isEqualTo(1);
    succeed(1);
    assertThat(calls.atOnce()).isEqualTo(2);
    succeed(2);
    assertThat(calls.atOnce()).isEqualTo(3);
    succeed(UNTIL_RECOVERED - 4);
    assertThat(calls.atOnce()).isEqualTo(31);
    succeed(1);
    assertThat(calls.atOnce()).isEqualTo(32);
    succeed(1_000);
    assertThat(calls.atOnce()).isEqualTo(32);
  }

  @Test
  void oneThrottledCallOfTwentyIsNoReasonToSlowDown() {
    succeed(19);
    ask("throttled");

    assertThat(calls.atOnce()).isEqualTo(32);
  }

  @Test
  void asksNoMoreOnceTheTableWasSlowForTooLong() {
    ask("throttled");
    pass(LedgerCalls.LONGEST_SLOW.minusNanos(1));
    succeed(1);
    pass(Duration.ofNanos(1));
    AtomicInteger asked = new AtomicInteger();

    Outcome<Integer> refused =
        calls.ask(ACTION, () -> new Outcome.Found<>(asked.incrementAndGet()));

    assertThat(asked).hasValue(0);
    assertThat(refused.failure().map(Failure::sentence))
        .hasValueSatisfying(sentence ->
            assertThat(sentence)
                .contains(ACTION, "ThrottlingException", "for 30 seconds of this run"));
  }

  @Test
  void countsAllTheTimesForWhichTheTableWasSlow() {
    ask("throttled");
    pass(Duration.ofSeconds(20));
    succeed(UNTIL_RECOVERED);
    pass(Duration.ofHours(1));
    succeed(1);
    // Of the last hundreds of calls one is now and then, two are not.
    ask("throttled");
    ask("throttled");
    pass(Duration.ofSeconds(1));
    ask("throttled");
    assertThat(calls.atOnce()).isLessThan(32);
    pass(Duration.ofSeconds(9));
    succeed(1);
    pass(Duration.ofSeconds(1));

    assertThat(ask("done").failure()).isPresent();
  }

  @Test
  void lowersWhatWaitsForItsTurnToo() {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ask("throttled");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        threads.execute(() -> {
          pass(Duration.ofMillis(1));
          calls.ask(
              ACTION,
              () -> {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                LockSupport.parkNanos(1);
                underWay.decrementAndGet();
                return new Outcome.Found<>("throttled");
              },
              "throttled"::equals);
        });
      }
    }

    assertThat(most).hasValue(1);
  }
}
