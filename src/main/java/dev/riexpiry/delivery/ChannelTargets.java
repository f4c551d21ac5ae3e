package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.EventBus;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.Channel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where findings are told beside the topics of alerts.
///
/// @param chat the topic that a chat channel listens to
/// @param events the bus that events are put on
public record ChannelTargets(Optional<TopicArn> chat, Optional<EventBus> events) {
  /// Nowhere else.
  public static final ChannelTargets NONE = new ChannelTargets(Optional.empty(), Optional.empty());

  public ChannelTargets {
    requireNonNull(chat, "chat is null");
    requireNonNull(events, "events is null");
  }

  /// Tells whether none is named.
  public boolean isEmpty() {
    return equals(NONE);
  }

  /// The channels that are named.
  public List<Channel> channels() {
    return Stream.concat(
            chat.map(_ -> Channel.CHAT).stream(), events.map(_ -> Channel.EVENTS).stream())
        .toList();
  }
}
