package dev.riexpiry.delivery;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.TopicArn;

/// Sends alerts.
public interface Publisher {
  /// Sends one alert.
  ///
  /// @return the id that SNS gave the message, or why SNS did not accept it
  Outcome<String> publish(TopicArn topicArn, Alert alert);
}
