package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.Recall;
import dev.riexpiry.ledger.RecordKeeping;
import java.util.Map;

/// Announces what a check has found: composes the alerts of what is due, and has them sent.
///
/// @param publisher sends; not asked in a dry run
/// @param mode whether alerts are sent, and where to by default
/// @param ownTopics the topics of those accounts that have one of their own
/// @param grouping the grouping of findings into alerts
/// @param time the time for sending
public record Announcer(
    Publisher publisher,
    DeliveryMode mode,
    Map<AccountId, TopicArn> ownTopics,
    Grouping grouping,
    SendingTime time) {
  public Announcer {
    requireNonNull(publisher, "publisher is null");
    requireNonNull(mode, "mode is null");
    ownTopics = Map.copyOf(ownTopics);
    requireNonNull(grouping, "grouping is null");
    requireNonNull(time, "time is null");
  }

  /// Announces everything that is due, and records nothing.
  public Delivery announce(CheckSummary summary) {
    return sender().send(summary);
  }

  /// Announces everything that is due and that no other run announces, and records it.
  ///
  /// @param summary the check, with the history of `recall`
  /// @param recall the records of the ledger before this run
  public Delivery announce(CheckSummary summary, RecordKeeping keeping, Recall recall) {
    return new OnceOnlySender(sender(), keeping, summary, recall).send();
  }

  private AlertSender sender() {
    return new AlertSender(publisher, mode, new Routes(ownTopics), grouping, time);
  }
}
