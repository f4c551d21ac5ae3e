package dev.riexpiry.delivery;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import java.util.List;
import java.util.Optional;

/// A message, and the result of sending it.
public sealed interface Sending permits Receipt, ChatReceipt, EventReceipt {
  /// Everything that the message announces.
  List<Finding> findings();

  /// The result of sending it.
  Receipt.Result result();

  /// Tells whether its receiver is ready for the next one: it accepted this one, or none was to be
  /// sent.
  default boolean accepted() {
    return failure().isEmpty();
  }

  /// The reason why it could not be sent; empty if it was, may have been, or was not to be.
  default Optional<Failure> refusal() {
    return switch (result()) {
      case Receipt.Result.Refused(Failure failure) -> Optional.of(failure);
      case Receipt.Result.Sent _, Receipt.Result.NotSent _, Receipt.Result.Unknown _ ->
          Optional.empty();
    };
  }

  /// The reason why it was not sent, or may not have been; empty if it was, or was not to be.
  default Optional<Failure> failure() {
    return switch (result()) {
      case Receipt.Result.Refused(Failure failure) -> Optional.of(failure);
      case Receipt.Result.Unknown(Failure failure) -> Optional.of(failure);
      case Receipt.Result.Sent _, Receipt.Result.NotSent _ -> Optional.empty();
    };
  }
}
