package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Event;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.input.EventBus;
import java.util.List;

/// An event, and the result of putting it on a bus.
///
/// @param event the event
/// @param bus the bus it went or would go to
/// @param result the result of putting it there
public record EventReceipt(Event event, EventBus bus, Receipt.Result result) implements Sending {
  public EventReceipt {
    requireNonNull(event, "event is null");
    requireNonNull(bus, "bus is null");
    requireNonNull(result, "result is null");
  }

  @Override
  public List<Finding> findings() {
    return event.finding().stream().toList();
  }
}
