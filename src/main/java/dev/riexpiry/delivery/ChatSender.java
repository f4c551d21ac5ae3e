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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Composes the chat messages of a run, one for each topic, and sends them, recording nothing.
///
/// @param publisher sends; not asked in a dry run
/// @param mode whether it is sent
/// @param topic the topic that the chat channel listens to, unless a route names another
/// @param routes name others
/// @param time the time for sending
record ChatSender(
    ChatPublisher publisher, DeliveryMode mode, TopicArn topic, Routes routes, SendingTime time)
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
    requireNonNull(routes, "routes is null");
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
    return new Telling(
        (int) summary.due().stream().map(this::topic).distinct().count(), summary.due().size());
  }

  /// The default topic comes first, and then the others by their ARNs, as for alerts.
  @Override
  public List<ChatMessage> compose(CheckSummary summary) {
    Map<TopicArn, List<Finding>> byTopic =
        summary.announced().stream()
            .collect(
                Collectors.groupingBy(
                    this::topic,
                    () ->
                        new TreeMap<>(
                            Comparator.comparing((TopicArn one) -> !one.equals(topic))
                                .thenComparing(TopicArn::value)),
                    Collectors.toList()));
    return byTopic.entrySet().stream()
        .flatMap(entry ->
            new ChatComposer(Optional.of(entry.getKey()))
                .compose(summary, entry.getValue()).stream())
        .toList();
  }

  @Override
  public List<ChatMessage> instead(ChatMessage message, List<Finding> still, CheckSummary summary) {
    return new ChatComposer(message.topic()).compose(summary, still).stream().toList();
  }

  private TopicArn topic(Finding finding) {
    return routes.chat(finding).orElse(topic);
  }

  /// Never: what is too late is refused, so that the run fails and the next one sends it.
  @Override
  public boolean isTooLate(List<ChatReceipt> sendings) {
    return false;
  }

  @Override
  public List<ChatReceipt> send(ChatMessage message) {
    TopicArn to = message.topic().orElse(topic);
    return List.of(
        new ChatReceipt(
            message,
            to,
            switch (mode) {
              case DeliveryMode.DryRun _ -> new Receipt.Result.NotSent();
              case DeliveryMode.Publish _ ->
                  time.isOver() ? TOO_LATE : publisher.publish(to, message);
            }));
  }
}
