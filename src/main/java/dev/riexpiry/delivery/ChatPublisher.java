package dev.riexpiry.delivery;

import dev.riexpiry.alert.ChatMessage;
import dev.riexpiry.input.TopicArn;

/// Sends chat messages.
public interface ChatPublisher {
  /// Sends one message.
  ///
  /// @return whether SNS took it, did not, or may have
  Receipt.Result.Attempt publish(TopicArn topicArn, ChatMessage message);
}
