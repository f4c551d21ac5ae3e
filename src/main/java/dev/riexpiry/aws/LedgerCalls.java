package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Asked;
import dev.riexpiry.sweep.CallLimit;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Makes the calls of one run to the ledger's table: as many at once as it takes, up to [#MOST],
/// and fewer while DynamoDB throttles them. Others wait for their turn, and what is throttled
/// through all retries waits for another one, as long as the table answers others. Once it has
/// taken fewer for [#LONGEST_SLOW] in all, it is asked no more: a run has other things to do.
final class LedgerCalls {
  /// The most calls at once.
  static final int MOST = 32;

  /// The time in all for which the table may take fewer.
  static final Duration LONGEST_SLOW = Duration.ofSeconds(30);

  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition turn = lock.newCondition();
  private final CallLimit limit = new CallLimit(MOST);
  private int running;
  private long successes;
  private long slowNanos;
  private Optional<Long> slowSince = Optional.empty();

  /// @param nanos the time in nanoseconds, of which only differences count
  LedgerCalls(LongSupplier nanos) {
    this.nanos = requireNonNull(nanos, "nanos is null");
  }

  /// Asks for a value when it is its turn.
  ///
  /// @param action the IAM action that is asked for
  <T> Outcome<T> ask(String action, Supplier<Outcome<T>> question) {
    return ask(action, question, _ -> false);
  }

  /// Asks for a value when it is its turn.
  ///
  /// @param isPartial tells of a value that DynamoDB has left some of it out for now, which it does
  ///   instead of throttling
  <T> Outcome<T> ask(String action, Supplier<Outcome<T>> question, Predicate<? super T> isPartial) {
    long before = successes();
    Asked<T> asked = once(action, question, isPartial);
    while (asked.throttled() && asked.outcome().failure().isPresent() && successes() > before) {
      before = successes();
      asked = once(action, question, isPartial);
    }
    return asked.outcome();
  }

  private <T> Asked<T> once(
      String action, Supplier<Outcome<T>> question, Predicate<? super T> isPartial) {
    if (!enter()) {
      return new Asked<>(new Outcome.Failed<>(tooSlow(action)), false);
    }
    AtomicBoolean seen = new AtomicBoolean();
    Runnable throttled =
        () -> {
          seen.set(true);
          count(now -> limit.throttled(now, running));
        };
    try {
      Outcome<T> outcome = ThrottleWatch.during(() -> new AwsCall(action).ask(question), throttled);
      if (outcome instanceof Outcome.Found<T>(T value) && isPartial.test(value)) {
        throttled.run();
      }
      return new Asked<>(outcome, seen.get());
    } finally {
      count(_ -> {
        if (!seen.get()) {
          limit.succeeded();
          successes++;
        }
        running--;
      });
    }
  }

  private long successes() {
    lock.lock();
    try {
      return successes;
    } finally {
      lock.unlock();
    }
  }

  /// Asks for something to be done when it is its turn.
  ///
  /// @return why that failed; empty if it did not
  Optional<Failure> make(String action, Runnable call) {
    return ask(
            action,
            () -> {
              call.run();
              return new Outcome.Found<>(true);
            })
        .failure();
  }

  /// The calls that may be under way at once.
  int atOnce() {
    lock.lock();
    try {
      return limit.calls();
    } finally {
      lock.unlock();
    }
  }

  /// @return false if there is no time for another call
  private boolean enter() {
    lock.lock();
    try {
      // Whoever leaves wakes another, and nobody stays for longer than a call may take.
      while (running >= limit.calls() && isPatient()) {
        turn.awaitUninterruptibly();
      }
      if (!isPatient()) {
        turn.signalAll();
        return false;
      }
      running++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean isPatient() {
    long since = slowSince.map(began -> nanos.getAsLong() - began).orElse(0L);
    return slowNanos + since < LONGEST_SLOW.toNanos();
  }

  private void count(LongConsumer change) {
    lock.lock();
    try {
      long now = nanos.getAsLong();
      change.accept(now);
      if (limit.isLowered()) {
        slowSince = slowSince.or(() -> Optional.of(now));
      } else {
        slowNanos += slowSince.map(began -> now - began).orElse(0L);
        slowSince = Optional.empty();
      }
      turn.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static Failure tooSlow(String action) {
    return new Failure(
        action,
        "ThrottlingException",
        "DynamoDB throttled the ledger's table for %s seconds of this run"
            .formatted(LONGEST_SLOW.toSeconds()),
        "give the table more capacity, or make it one that is paid on demand");
  }
}
