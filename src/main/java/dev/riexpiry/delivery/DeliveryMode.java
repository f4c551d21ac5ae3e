package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.TopicArn;
import java.util.Optional;

/// The choice whether the alerts of a run are sent.
public sealed interface DeliveryMode {
  /// The topic that alerts go to or would go to, where one is known.
  Optional<TopicArn> topic();

  /// The alerts are sent.
  ///
  /// @param topicArn the default topic
  record Publish(TopicArn topicArn) implements DeliveryMode {
    public Publish {
      requireNonNull(topicArn, "topicArn is null");
    }

    @Override
    public Optional<TopicArn> topic() {
      return Optional.of(topicArn);
    }
  }

  /// The alerts are composed and shown, and not sent.
  ///
  /// @param topic the topic they would go to
  record DryRun(Optional<TopicArn> topic) implements DeliveryMode {
    public DryRun {
      requireNonNull(topic, "topic is null");
    }
  }
}
