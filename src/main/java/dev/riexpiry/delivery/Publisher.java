package dev.riexpiry.delivery;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.TopicArn;

/// Sends alerts.
public interface Publisher {
  /// Sends one alert.
  ///
  /// @return the id that the topic gave the message, or why it took none
  Outcome<String> publish(TopicArn topicArn, Alert alert);
}
