package dev.riexpiry.aws;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The answer that has begun and not ended, for the call of the current thread. Where the SDK's own
/// timer ends an attempt, its exception does not tell how far the answer had come.
final class Begun {
  static final String LATE = "did not come in time";

  private static final int NONE = 0;
  private static final ScopedValue<AtomicInteger> STATUS = ScopedValue.newInstance();

  private final AtomicInteger status = new AtomicInteger(NONE);

  /// Asks a question, and sees how far the answers to it come.
  <T> T during(Supplier<T> question) {
    return ScopedValue.where(STATUS, status).call(question::get);
  }

  /// The status of the answer that did not end; empty if none had begun.
  OptionalInt status() {
    int now = status.get();
    return now == NONE ? OptionalInt.empty() : OptionalInt.of(now);
  }

  /// Notes that the head of an answer came.
  static void head(int status) {
    set(status);
  }

  /// Notes that an answer has ended, or that another attempt begins.
  static void end() {
    set(NONE);
  }

  /// What is wrong with the rest of an answer.
  static String message(int status, String what) {
    return "AWS answered with status %d, but the rest of the answer %s".formatted(status, what);
  }

  private static void set(int status) {
    if (STATUS.isBound()) {
      STATUS.get().set(status);
    }
  }
}
