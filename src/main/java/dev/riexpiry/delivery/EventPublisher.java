package dev.riexpiry.delivery;

import dev.riexpiry.alert.Event;
import dev.riexpiry.input.EventBus;
import java.util.List;

/// Puts events on a bus.
public interface EventPublisher {
  /// Puts some events at once, and again those that the bus could not take at that moment.
  ///
  /// @param events from one to [dev.riexpiry.alert.EventBatch#MAX_EVENTS]
  /// @return of each, in the same order, whether EventBridge took it, did not, or may have
  List<Receipt.Result.Attempt> put(EventBus bus, List<Event> events);
}
