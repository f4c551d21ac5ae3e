package dev.riexpiry.delivery;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.input.TopicArn;

/// Sends alerts.
public interface Publisher {
  /// Sends one alert.
  ///
  /// @return whether SNS took it, did not, or may have
  Receipt.Result.Attempt publish(TopicArn topicArn, Alert alert);
}
