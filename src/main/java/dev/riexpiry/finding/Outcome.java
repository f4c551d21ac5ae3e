package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;

/// The outcome of asking the outside world for a value.
///
/// @param <T> the value
public sealed interface Outcome<T> {
  /// Makes another value of the one that was found.
  default <R> Outcome<R> map(Function<T, R> then) {
    return flatMap(value -> new Found<>(then.apply(value)));
  }

  /// Asks for another value with the help of the one that was found.
  default <R> Outcome<R> flatMap(Function<T, Outcome<R>> then) {
    return switch (this) {
      case Found<T>(T value) -> then.apply(value);
      case Failed<T>(Failure failure) -> new Failed<>(failure);
    };
  }

  /// The failure; empty if the value was found.
  default Optional<Failure> failure() {
    return switch (this) {
      case Found<T> _ -> Optional.empty();
      case Failed<T>(Failure failure) -> Optional.of(failure);
    };
  }

  /// @param value what was asked for
  record Found<T>(T value) implements Outcome<T> {
    public Found {
      requireNonNull(value, "value is null");
    }
  }

  /// @param why the failure because of which there is none
  record Failed<T>(Failure why) implements Outcome<T> {
    public Failed {
      requireNonNull(why, "why is null");
    }
  }
}
