package dev.riexpiry.check;

import dev.riexpiry.account.TopicArn;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.sweep.Outcome;

/// Sends alerts.
public interface Publisher {
  /// Sends one alert.
  ///
  /// @return the id that the topic gave the message, or why it took none
  Outcome<String> publish(TopicArn topicArn, Alert alert);
}
