package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.EventBatch;
import dev.riexpiry.alert.EventComposer;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.input.EventBus;
import dev.riexpiry.ledger.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Composes the events of a run and puts them on a bus, recording nothing.
///
/// @param publisher puts them; not asked in a dry run
/// @param mode whether they are put
/// @param bus the bus
/// @param time the time for sending
record EventSender(EventPublisher publisher, DeliveryMode mode, EventBus bus, SendingTime time)
    implements ChannelSender<EventBatch, EventReceipt> {
  private static final Receipt.Result TOO_LATE =
      new Receipt.Result.Refused(
          new Failure(
              "events:PutEvents",
              Failure.DEADLINE_EXCEEDED,
              "the time was over before the event could be put",
              "give the run more time; the next one puts it"));

  EventSender {
    requireNonNull(publisher, "publisher is null");
    requireNonNull(mode, "mode is null");
    requireNonNull(bus, "bus is null");
    requireNonNull(time, "time is null");
  }

  @Override
  public Channel channel() {
    return Channel.EVENTS;
  }

  @Override
  public Set<Announcement> untold(CheckSummary summary) {
    return Set.of();
  }

  @Override
  public Telling telling(CheckSummary summary) {
    int findings = summary.due().size();
    return new Telling(Math.ceilDiv(findings, EventBatch.MAX_EVENTS), findings);
  }

  @Override
  public List<EventBatch> compose(CheckSummary summary) {
    return EventComposer.compose(summary, summary.announced());
  }

  @Override
  public List<EventBatch> instead(EventBatch batch, List<Finding> still, CheckSummary summary) {
    return EventComposer.compose(summary, still);
  }

  /// Never: what is too late is refused, so that the run fails and the next one puts it.
  @Override
  public boolean isTooLate(List<EventReceipt> sendings) {
    return false;
  }

  @Override
  public List<EventReceipt> send(EventBatch batch) {
    return switch (mode) {
      case DeliveryMode.DryRun _ -> all(batch, new Receipt.Result.NotSent());
      case DeliveryMode.Publish _ -> time.isOver() ? all(batch, TOO_LATE) : put(batch);
    };
  }

  private List<EventReceipt> all(EventBatch batch, Receipt.Result result) {
    return batch.events().stream().map(event -> new EventReceipt(event, bus, result)).toList();
  }

  private List<EventReceipt> put(EventBatch batch) {
    List<Receipt.Result.Attempt> results = publisher.put(bus, batch.events());
    List<EventReceipt> receipts = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      receipts.add(new EventReceipt(batch.events().get(i), bus, results.get(i)));
    }
    return receipts;
  }
}
