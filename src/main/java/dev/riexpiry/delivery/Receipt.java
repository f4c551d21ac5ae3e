package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.input.TopicArn;
import java.util.List;
import java.util.Optional;

/// An alert, and the result of sending it.
///
/// @param alert the alert
/// @param topic the topic it went or would go to, where that is known
/// @param result the result of sending
public record Receipt(Alert alert, Optional<TopicArn> topic, Result result) implements Sending {
  public Receipt {
    requireNonNull(alert, "alert is null");
    requireNonNull(topic, "topic is null");
    requireNonNull(result, "result is null");
  }

  @Override
  public List<Finding> findings() {
    return alert.findings();
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
