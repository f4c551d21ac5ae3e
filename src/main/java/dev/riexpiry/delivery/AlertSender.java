package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.AlertComposer;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.alert.News;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.input.TopicArn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Composes the alerts of a run and sends them, recording nothing.
///
/// @param publisher sends; not asked in a dry run
/// @param mode whether alerts are sent, and where to by default
/// @param routes the topics of accounts that have one of their own
/// @param grouping the grouping of findings into alerts
/// @param time the time for sending
record AlertSender(
    Publisher publisher, DeliveryMode mode, Routes routes, Grouping grouping, SendingTime time) {
  AlertSender {
    requireNonNull(publisher, "publisher is null");
    requireNonNull(mode, "mode is null");
    routes = routes.withDefault(mode.topic());
    requireNonNull(grouping, "grouping is null");
    requireNonNull(time, "time is null");
  }

  /// Sends everything that is due and that there is time for.
  Delivery send(CheckSummary summary) {
    Set<Announcement> untold = new HashSet<>(untold(summary));
    List<Receipt> receipts = new ArrayList<>();
    sendInTurn(
        compose(summary.with(summary.history().leaving(untold))),
        alert -> {
          if (isTooLate(receipts)) {
            alert.findings().forEach(finding -> untold.add(finding.announcement()));
            return true;
          }
          receipts.add(send(alert));
          return receipts.getLast().accepted();
        });
    return new Delivery(summary.with(summary.history().leaving(untold)), receipts, 0, List.of());
  }

  /// The announcements that are due and that there is certainly no time for.
  Set<Announcement> untold(CheckSummary summary) {
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
  Telling telling(CheckSummary summary) {
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
  boolean isTooLate(List<Receipt> receipts) {
    return mode instanceof DeliveryMode.Publish && !receipts.isEmpty() && time.isOver();
  }

  /// Composes the alerts of everything that is due, each for the topic of the accounts it is about.
  List<Alert> compose(CheckSummary summary) {
    AlertComposer composer = new AlertComposer(grouping);
    return routes.split(summary).stream()
        .flatMap(news -> composer.compose(summary, news).stream())
        .toList();
  }

  /// Sends one alert, or says where it would have gone.
  Receipt send(Alert alert) {
    return switch (mode) {
      case DeliveryMode.DryRun(Optional<TopicArn> defaultTopic) ->
          new Receipt(alert, alert.topic().or(() -> defaultTopic), new Receipt.Result.NotSent());
      case DeliveryMode.Publish(TopicArn defaultTopic) -> {
        TopicArn topic = alert.topic().orElse(defaultTopic);
        yield new Receipt(alert, Optional.of(topic), publisher.publish(topic, alert));
      }
    };
  }

  /// Sends alerts one after the other. Further alerts for a topic that did not accept one wait
  /// until the other topics are served: a topic that answers late or never must not delay the
  /// others.
  ///
  /// @param send sends one, and returns whether the topic accepted it
  static void sendInTurn(List<Alert> alerts, Predicate<Alert> send) {
    Set<Optional<TopicArn>> refusing = new HashSet<>();
    List<Alert> waiting = new ArrayList<>();
    for (Alert alert : alerts) {
      if (refusing.contains(alert.topic())) {
        waiting.add(alert);
      } else if (!send.test(alert)) {
        refusing.add(alert.topic());
      }
    }
    for (Alert alert : waiting) {
      boolean _ = send.test(alert);
    }
  }
}
