package dev.riexpiry.delivery;

import dev.riexpiry.alert.Message;
import dev.riexpiry.input.TopicArn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Sends messages one after the other. Further ones for a topic that did not accept one wait until
/// the other topics are served: a topic that answers late or never must not delay the others.
final class InTurn {
  private InTurn() {}

  /// @param send sends one, and returns whether the topic accepted it
  static <M extends Message> void send(List<M> messages, Predicate<M> send) {
    Set<Optional<TopicArn>> refusing = new HashSet<>();
    List<M> waiting = new ArrayList<>();
    for (M message : messages) {
      if (refusing.contains(message.topic())) {
        waiting.add(message);
      } else if (!send.test(message)) {
        refusing.add(message.topic());
      }
    }
    for (M message : waiting) {
      boolean _ = send.test(message);
    }
  }
}
