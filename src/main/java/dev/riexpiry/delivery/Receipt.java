package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.input.TopicArn;
import java.util.Optional;

/// An alert, and the result of sending it.
///
/// @param alert the alert
/// @param topic the topic it went or would go to, where that is known
/// @param result the result of sending
public record Receipt(Alert alert, Optional<TopicArn> topic, Result result) {
  public Receipt {
    requireNonNull(alert, "alert is null");
    requireNonNull(topic, "topic is null");
    requireNonNull(result, "result is null");
  }

  /// Tells whether the topic is ready for the next one: it accepted this one, or none was to be
  /// sent.
  boolean accepted() {
    return switch (result) {
      case Result.Sent _, Result.NotSent _ -> true;
      case Result.Refused _ -> false;
    };
  }

  /// The reason why it could not be sent; empty if it was, or was not to be.
  public Optional<Failure> refusal() {
    return switch (result) {
      case Result.Refused(Failure failure) -> Optional.of(failure);
      case Result.Sent _, Result.NotSent _ -> Optional.empty();
    };
  }

  /// The result of sending.
  public sealed interface Result {
    /// @param messageId SNS's own
    record Sent(String messageId) implements Result {
      public Sent {
        requireNonNull(messageId, "messageId is null");
      }
    }

    /// The alert of a dry run, which is not sent.
    record NotSent() implements Result {}

    /// @param failure why SNS did not accept it
    record Refused(Failure failure) implements Result {
      public Refused {
        requireNonNull(failure, "failure is null");
      }
    }
  }
}
