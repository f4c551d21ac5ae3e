package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;

/// What came of asking AWS for a value, and whether it was asked too fast.
///
/// @param <T> the value
/// @param outcome the value, or why there is none
/// @param throttled whether AWS said at least once that it was asked too fast, even if a later
///   attempt succeeded
public record Asked<T>(Outcome<T> outcome, boolean throttled) {
  public Asked {
    requireNonNull(outcome, "outcome is null");
  }

  /// A value that nobody had to be asked for.
  public static <T> Asked<T> known(T value) {
    return new Asked<>(new Outcome.Found<>(value), false);
  }

  /// A failure that came without a word of haste.
  public static <T> Asked<T> failed(Failure failure) {
    return new Asked<>(new Outcome.Failed<>(failure), false);
  }
}
