package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.AlertComposer;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.alert.News;
import dev.riexpiry.alert.Overview;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.Channel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Composes the alerts of a run and sends them, recording nothing.
///
/// @param publisher sends; not asked in a dry run
/// @param mode whether alerts are sent, and where to by default
/// @param routes the topics of accounts that have one of their own
/// @param grouping the grouping of findings into alerts
/// @param time the time for sending
/// @param turn the overview, for the default topic
record AlertSender(
    Publisher publisher,
    DeliveryMode mode,
    Routes routes,
    Grouping grouping,
    SendingTime time,
    OverviewTurn turn)
    implements ChannelSender<Alert, Receipt> {
  AlertSender {
    requireNonNull(publisher, "publisher is null");
    requireNonNull(mode, "mode is null");
    routes = routes.withDefault(mode.topic());
    requireNonNull(grouping, "grouping is null");
    requireNonNull(time, "time is null");
    requireNonNull(turn, "turn is null");
  }

  @Override
  public Channel channel() {
    return Channel.MAIL;
  }

  @Override
  public Set<Announcement> untold(CheckSummary summary) {
    return switch (mode) {
      case DeliveryMode.DryRun _ -> Set.of();
      case DeliveryMode.Publish _ ->
          time.left()
              .get()
              .map(left -> new SendingPlan(groups(summary), left).untold())
              .orElse(Set.of());
    };
  }

  /// So much as there is to tell at most.
  @Override
  public Telling telling(CheckSummary summary) {
    List<News> groups = groups(summary);
    return new Telling(
        groups.stream()
            .mapToInt(group -> Math.ceilDiv(group.findings().size(), Telling.FINDINGS_A_MESSAGE))
            .sum(),
        groups.stream().mapToInt(group -> group.findings().size()).sum());
  }

  private List<News> groups(CheckSummary summary) {
    AlertComposer composer = new AlertComposer(grouping);
    return routes.split(summary).stream()
        .flatMap(news -> composer.groups(summary, news).stream())
        .toList();
  }

  /// Tells whether the time for sending is over. One alert is always tried, so that however little
  /// time there is, something is told.
  ///
  /// @param receipts those of this run so far
  @Override
  public boolean isTooLate(List<Receipt> receipts) {
    return mode instanceof DeliveryMode.Publish && !receipts.isEmpty() && time.isOver();
  }

  /// Composes the alerts, each for the topic of the accounts it is about. In a digest the overview
  /// is a part of what the default topic is told; in the other groupings, in which no message is
  /// about everything, it has one of its own, the last.
  @Override
  public List<Alert> compose(CheckSummary summary) {
    Optional<Overview> overview = turn.open();
    List<News> news = routes.split(summary);
    boolean together =
        grouping == Grouping.DIGEST && !news.isEmpty() && news.getFirst().topic().isEmpty();
    AlertComposer composer = new AlertComposer(grouping);
    Stream<Alert> alerts =
        news.stream()
            .map(one -> together && one.topic().isEmpty() ? with(overview, one) : one)
            .flatMap(one -> composer.compose(summary, one).stream());
    return Stream.concat(alerts, together ? Stream.of() : overviewAlone(summary).stream()).toList();
  }

  private static News with(Optional<Overview> overview, News news) {
    return overview.map(news::with).orElse(news);
  }

  /// Composes the overview by itself, if it was not tried yet.
  List<Alert> overviewAlone(CheckSummary summary) {
    return turn.open().stream()
        .map(new News(Optional.empty(), List.of(), List.of(), List.of())::with)
        .flatMap(news -> new AlertComposer(Grouping.DIGEST).compose(summary, news).stream())
        .toList();
  }

  @Override
  public List<Alert> instead(Alert alert, List<Finding> still, CheckSummary summary) {
    return new AlertComposer(Grouping.DIGEST)
        .compose(summary, new News(alert.topic(), still, List.of(), List.of()));
  }

  @Override
  public List<Receipt> send(Alert alert) {
    Receipt receipt =
        switch (mode) {
          case DeliveryMode.DryRun dry ->
              new Receipt(alert, alert.topic().or(dry::topic), new Receipt.Result.NotSent());
          case DeliveryMode.Publish publish -> {
            TopicArn topic = alert.topic().orElse(publish.topicArn());
            yield new Receipt(alert, Optional.of(topic), publisher.publish(topic, alert));
          }
        };
    if (alert.overview()) {
      turn.note(receipt.result());
    }
    return List.of(receipt);
  }
}
