package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.ChatMessage;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.input.TopicArn;
import java.util.List;

/// A chat message, and the result of sending it.
///
/// @param message the message
/// @param topic the topic it went or would go to
/// @param result the result of sending
public record ChatReceipt(ChatMessage message, TopicArn topic, Receipt.Result result)
    implements Sending {
  public ChatReceipt {
    requireNonNull(message, "message is null");
    requireNonNull(topic, "topic is null");
    requireNonNull(result, "result is null");
  }

  @Override
  public List<Finding> findings() {
    return message.findings();
  }
}
