package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.input.TopicArn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// An alert, and where it goes.
///
/// @param topic the topic of the accounts it is about; empty for the default one
/// @param alert the alert
record Addressed(Optional<TopicArn> topic, Alert alert) {
  Addressed {
    requireNonNull(topic, "topic is null");
    requireNonNull(alert, "alert is null");
  }

  /// Sends alerts one after the other. What is left for a topic that refused one waits until the
  /// others are served: a topic that answers late or never must not make them late.
  ///
  /// @param send tells whether the topic took it
  static void send(List<Addressed> alerts, Predicate<Addressed> send) {
    Set<Optional<TopicArn>> refusing = new HashSet<>();
    List<Addressed> waiting = new ArrayList<>();
    for (Addressed alert : alerts) {
      if (refusing.contains(alert.topic())) {
        waiting.add(alert);
      } else if (!send.test(alert)) {
        refusing.add(alert.topic());
      }
    }
    for (Addressed alert : waiting) {
      boolean _ = send.test(alert);
    }
  }
}
