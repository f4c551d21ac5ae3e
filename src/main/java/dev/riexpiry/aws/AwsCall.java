package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.aws.Refusal.Input;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// What is asked of AWS, and the one place where whatever is thrown on the way becomes data. That
/// is more than the SDK's own exceptions: the JDK's HTTP client has some of its own, an answer can
/// be nested deeper than a thread's stack, and one that is too large for the heap must not end the
/// reading of all others.
///
/// @param action the IAM action that is asked for
/// @param input what the request names
record AwsCall(String action, Input input) {
  AwsCall {
    requireNonNull(action, "action is null");
    requireNonNull(input, "input is null");
  }

  /// A call that names nothing.
  AwsCall(String action) {
    this(action, Input.NONE);
  }

  /// Asks for a value.
  ///
  /// @param question calls AWS, and may find the answer unusable
  <T> Outcome<T> ask(Supplier<Outcome<T>> question) {
    return ask(question, (failure, _) -> new Outcome.Failed<>(failure));
  }

  /// Asks for something that has a result of its own for a failure.
  ///
  /// @param question calls AWS
  /// @param failed makes the result of what was thrown
  <T> T ask(Supplier<T> question, BiFunction<Failure, Throwable, T> failed) {
    Begun begun = new Begun();
    try {
      return begun.during(question);
    } catch (RuntimeException | Error e) {
      return failed.apply(AwsFailures.of(action, input, e, begun.status()), e);
    }
  }

  /// Asks for something to be done.
  ///
  /// @return why that failed; empty if it did not
  Optional<Failure> make(Runnable call) {
    return ask(
            () -> {
              call.run();
              return new Outcome.Found<>(true);
            })
        .failure();
  }
}
