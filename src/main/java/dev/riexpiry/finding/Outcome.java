package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;



/// What came of asking the outside world for a value.
///
/// @param <T> the value
public sealed interface Outcome<T> {
  /// @param value what was asked for
  record Found<T>(T value) implements Outcome<T> {
    public Found {
      requireNonNull(value, "value is null");
    }
  }

  /// @param failure why there is none
  record Failed<T>(Failure failure) implements Outcome<T> {
    public Failed {
      requireNonNull(failure, "failure is null");
    }
  }
}
