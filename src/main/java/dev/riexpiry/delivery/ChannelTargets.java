package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.Channel;
import java.util.List;
import java.util.Optional;

/// Where findings are told beside the topics of alerts.
///
/// @param chat the topic that a chat channel listens to
public record ChannelTargets(Optional<TopicArn> chat) {
  /// Nowhere else.
  public static final ChannelTargets NONE = new ChannelTargets(Optional.empty());

  public ChannelTargets {
    requireNonNull(chat, "chat is null");
  }

  /// The channels that are named.
  public List<Channel> channels() {
    return chat.map(_ -> Channel.CHAT).stream().toList();
  }
}
