package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import java.util.function.Function;

/// The outcome of asking AWS for a value, and whether AWS throttled a call for it.
///
/// @param <T> the value
/// @param outcome the value, or why there is none
/// @param throttled whether AWS throttled at least one attempt, even if a later one succeeded
public record Asked<T>(Outcome<T> outcome, boolean throttled) {
  public Asked {
    requireNonNull(outcome, "outcome is null");
  }

  /// A value that is known without a call.
  public static <T> Asked<T> known(T value) {
    return new Asked<>(new Outcome.Found<>(value), false);
  }

  /// A failure without throttling.
  public static <T> Asked<T> failed(Failure failure) {
    return new Asked<>(new Outcome.Failed<>(failure), false);
  }

  /// Makes another value of the one that was found.
  public <R> Asked<R> map(Function<T, R> then) {
    return new Asked<>(outcome.map(then), throttled);
  }

  /// Asks for another value with the help of the one that was found; throttled if either call was.
  public <R> Asked<R> flatMap(Function<T, Asked<R>> then) {
    return switch (outcome) {
      case Outcome.Failed<T>(Failure failure) ->
          new Asked<>(new Outcome.Failed<>(failure), throttled);
      case Outcome.Found<T>(T value) -> {
        Asked<R> next = then.apply(value);
        yield new Asked<>(next.outcome, throttled || next.throttled);
      }
    };
  }
}
