package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.TopicArn;
import java.util.Optional;

/// The choice whether the alerts of a run are sent.
public sealed interface DeliveryMode {
  /// The topic that alerts go to or would go to, where one is known.
  Optional<TopicArn> topic();

  /// Where findings are told beside that.
  ChannelTargets channels();

  /// The same to other channels.
  DeliveryMode with(ChannelTargets other);

  /// The same, of which nothing is sent.
  default DeliveryMode dry() {
    return new DryRun(topic(), channels());
  }

  /// The alerts are sent.
  ///
  /// @param topicArn the default topic
  /// @param channels where findings are told beside that
  record Publish(TopicArn topicArn, ChannelTargets channels) implements DeliveryMode {
    public Publish {
      requireNonNull(topicArn, "topicArn is null");
      requireNonNull(channels, "channels is null");
    }

    /// Sends alerts only.
    public Publish(TopicArn topicArn) {
      this(topicArn, ChannelTargets.NONE);
    }

    @Override
    public Optional<TopicArn> topic() {
      return Optional.of(topicArn);
    }

    @Override
    public DeliveryMode with(ChannelTargets other) {
      return new Publish(topicArn, other);
    }
  }

  /// The alerts are composed and shown, and not sent.
  ///
  /// @param topic the topic they would go to
  /// @param channels where findings would be told beside that
  record DryRun(Optional<TopicArn> topic, ChannelTargets channels) implements DeliveryMode {
    public DryRun {
      requireNonNull(topic, "topic is null");
      requireNonNull(channels, "channels is null");
    }

    /// Would send alerts only.
    public DryRun(Optional<TopicArn> topic) {
      this(topic, ChannelTargets.NONE);
    }

    @Override
    public DeliveryMode with(ChannelTargets other) {
      return new DryRun(topic, other);
    }
  }
}
