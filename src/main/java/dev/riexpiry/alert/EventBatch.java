package dev.riexpiry.alert;

import dev.riexpiry.finding.Finding;
import dev.riexpiry.input.TopicArn;
import java.util.List;
import java.util.Optional;

/// The events that are put by one call.
///
/// @param events from one to [#MAX_EVENTS]
public record EventBatch(List<Event> events) implements Message {
  /// The most events that PutEvents takes at once.
  public static final int MAX_EVENTS = 10;

  /// The most bytes of them together. AWS has named 256 KB and, later, 1 MB.
  static final int MAX_BYTES = 250_000;

  /// @throws IllegalArgumentException if there is none, or there are too many
  public EventBatch {
    events = List.copyOf(events);
    if (events.isEmpty() || events.size() > MAX_EVENTS) {
      throw new IllegalArgumentException("a batch of " + events.size() + " events");
    }
  }

  @Override
  public Optional<TopicArn> topic() {
    return Optional.empty();
  }

  @Override
  public List<Finding> findings() {
    return events.stream().map(Event::finding).flatMap(Optional::stream).toList();
  }
}
