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
      case Result.Refused _, Result.Unknown _ -> false;
    };
  }

  /// The reason why it could not be sent; empty if it was, may have been, or was not to be.
  public Optional<Failure> refusal() {
    return switch (result) {
      case Result.Refused(Failure failure) -> Optional.of(failure);
      case Result.Sent _, Result.NotSent _, Result.Unknown _ -> Optional.empty();
    };
  }

  /// The reason why it was not sent, or may not have been; empty if it was, or was not to be.
  public Optional<Failure> failure() {
    return switch (result) {
      case Result.Refused(Failure failure) -> Optional.of(failure);
      case Result.Unknown(Failure failure) -> Optional.of(failure);
      case Result.Sent _, Result.NotSent _ -> Optional.empty();
    };
  }

  /// The result of sending.
  public sealed interface Result {
    /// The result of asking SNS to take a message.
    sealed interface Attempt extends Result {}

    /// @param messageId SNS's own
    record Sent(String messageId) implements Attempt {
      public Sent {
        requireNonNull(messageId, "messageId is null");
      }
    }

    /// The alert of a dry run, which is not sent.
    record NotSent() implements Result {}

    /// The alert of which it is certain that SNS did not take it.
    ///
    /// @param failure why SNS did not accept it
    record Refused(Failure failure) implements Attempt {
      public Refused {
        requireNonNull(failure, "failure is null");
      }
    }

    /// The alert that SNS may have taken: its answer was late, lost or unreadable. It is not sent
    /// again by the same run, because people would get it twice.
    ///
    /// @param failure why that is not known
    record Unknown(Failure failure) implements Attempt {
      public Unknown {
        requireNonNull(failure, "failure is null");
      }
    }
  }
}
