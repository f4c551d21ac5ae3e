package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.alert.Message;
import dev.riexpiry.alert.Overview;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.ledger.Channel;
import dev.riexpiry.ledger.Recall;
import dev.riexpiry.ledger.RecordKeeping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Announces what a check has found, by one channel after the other: composes the messages of what
/// is due there, and has them sent.
///
/// @param publishers send; not asked in a dry run
/// @param mode whether messages are sent, and where to
/// @param routes the topics of what is not for the default ones
/// @param grouping the grouping of findings into alerts
/// @param time the time for sending
/// @param overview what ends in the next months, if it may be time to say so: with records it is
///   said once a period
public record Announcer(
    Publishers publishers,
    DeliveryMode mode,
    Routes routes,
    Grouping grouping,
    SendingTime time,
    Optional<Overview> overview) {
  public Announcer {
    requireNonNull(publishers, "publishers is null");
    requireNonNull(mode, "mode is null");
    requireNonNull(routes, "routes is null");
    requireNonNull(grouping, "grouping is null");
    requireNonNull(time, "time is null");
    requireNonNull(overview, "overview is null");
  }

  /// Announces everything that is due, and records nothing.
  ///
  /// @param summaries the check by channel, each with the channel's own history
  public Delivery announce(Function<Channel, CheckSummary> summaries) {
    return Delivery.of(
        summaries.apply(Channel.MAIL),
        new EveryTimeSender<>(alerts(new OverviewTurn(overview)))
            .send(summaries.apply(Channel.MAIL)),
        chat().map(sender -> new EveryTimeSender<>(sender).send(summaries.apply(Channel.CHAT))),
        events()
            .map(sender -> new EveryTimeSender<>(sender).send(summaries.apply(Channel.EVENTS))));
  }

  /// Announces everything that is due and that no other run announces, and records it.
  ///
  /// @param summaries the check by channel, each with the channel's own history
  /// @param recall the records of the ledger before this run
  public Delivery announce(
      Function<Channel, CheckSummary> summaries, RecordKeeping keeping, Recall recall) {
    CheckSummary summary = summaries.apply(Channel.MAIL);
    Delivery delivery =
        Delivery.of(
            summary,
            mail(keeping, summary, recall),
            chat().map(sender -> once(sender, keeping, summaries.apply(Channel.CHAT), Set.of())),
            events()
                .map(sender -> once(sender, keeping, summaries.apply(Channel.EVENTS), Set.of())));
    return delivery.unrecorded(keeping.recordOutages(recall, delivery.made()));
  }

  /// Tells by mail what is due, and the overview where this run has the claim of it.
  private Told<Receipt> mail(RecordKeeping keeping, CheckSummary summary, Recall recall) {
    Optional<OverviewClaim> claim =
        overview
            .flatMap(all ->
                mode.topic()
                    .map(topic -> OverviewClaim.of(keeping, all, topic, summary.checkDate())))
            .filter(OverviewClaim::take);
    OverviewTurn turn = new OverviewTurn(overview.filter(_ -> claim.isPresent()));
    AlertSender alerts = alerts(turn);
    Told<Receipt> told = once(alerts, keeping, summary, recall.perhapsAnnounced());
    List<Receipt> alone = new ArrayList<>();
    for (Alert alert : alerts.overviewAlone(summary.with(told.history()))) {
      if (!time.isOver()) {
        alone.addAll(alerts.send(alert));
      }
    }
    return told.and(alone, claim.flatMap(held -> held.settle(turn.result())));
  }

  private static <M extends Message, S extends Sending> Told<S> once(
      ChannelSender<M, S> sender,
      RecordKeeping keeping,
      CheckSummary summary,
      Set<Announcement> perhapsAnnounced) {
    return new OnceOnlySender<>(sender, keeping, summary, perhapsAnnounced).send();
  }

  private AlertSender alerts(OverviewTurn turn) {
    return new AlertSender(publishers.mail(), mode, routes, grouping, time, turn);
  }

  private Optional<ChatSender> chat() {
    return mode.channels()
        .chat()
        .map(topic -> new ChatSender(publishers.chat(), mode, topic, routes, time));
  }

  private Optional<EventSender> events() {
    return mode.channels()
        .events()
        .map(bus -> new EventSender(publishers.events(), mode, bus, time));
  }
}
