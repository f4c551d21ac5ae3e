package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// The time that a run has for sending.
///
/// @param left the time until which its last message has to be on its way; empty if there is no end
///   to it
public record SendingTime(Supplier<Optional<Duration>> left) {
  /// The time of a run that nobody ends.
  public static final SendingTime UNLIMITED = new SendingTime(Optional::empty);

  public SendingTime {
    requireNonNull(left, "left is null");
  }

  /// Tells whether it has passed.
  boolean isOver() {
    return left.get().filter(time -> !time.isPositive()).isPresent();
  }
}
