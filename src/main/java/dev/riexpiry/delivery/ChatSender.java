package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.ChatComposer;
import dev.riexpiry.alert.ChatMessage;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.Channel;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Composes the one chat message of a run and sends it, recording nothing.
///
/// @param publisher sends; not asked in a dry run
/// @param mode whether it is sent
/// @param topic the topic that the chat channel listens to
/// @param time the time for sending
record ChatSender(ChatPublisher publisher, DeliveryMode mode, TopicArn topic, SendingTime time)
    implements ChannelSender<ChatMessage, ChatReceipt> {
  private static final Receipt.Result TOO_LATE =
      new Receipt.Result.Refused(
          new Failure(
              "sns:Publish",
              Failure.DEADLINE_EXCEEDED,
              "the time was over before the chat message could be sent",
              "give the run more time; the next one sends it"));

  ChatSender {
    requireNonNull(publisher, "publisher is null");
    requireNonNull(mode, "mode is null");
    requireNonNull(topic, "topic is null");
    requireNonNull(time, "time is null");
  }

  @Override
  public Channel channel() {
    return Channel.CHAT;
  }

  @Override
  public Set<Announcement> untold(CheckSummary summary) {
    return Set.of();
  }

  @Override
  public Telling telling(CheckSummary summary) {
    return new Telling(1, summary.due().size());
  }

  @Override
  public List<ChatMessage> compose(CheckSummary summary) {
    return composer().compose(summary).stream().toList();
  }

  @Override
  public List<ChatMessage> instead(ChatMessage message, List<Finding> still, CheckSummary summary) {
    return composer().compose(summary, still).stream().toList();
  }

  private ChatComposer composer() {
    return new ChatComposer(Optional.of(topic));
  }

  /// Never: what is too late is refused, so that the run fails and the next one sends it.
  @Override
  public boolean isTooLate(List<ChatReceipt> sendings) {
    return false;
  }

  @Override
  public List<ChatReceipt> send(ChatMessage message) {
    return List.of(
        new ChatReceipt(
            message,
            topic,
            switch (mode) {
              case DeliveryMode.DryRun _ -> new Receipt.Result.NotSent();
              case DeliveryMode.Publish _ ->
                  time.isOver() ? TOO_LATE : publisher.publish(topic, message);
            }));
  }
}
