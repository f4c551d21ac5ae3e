package dev.riexpiry.alert;

import dev.riexpiry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Makes the events of a run: one for each finding, in their order, in the fewest calls that hold
/// them.
public final class EventComposer {
  private EventComposer() {}

  /// Makes the events of some findings.
  public static List<EventBatch> compose(CheckSummary summary, List<Finding> findings) {
    List<EventBatch> batches = new ArrayList<>();
    List<Event> open = new ArrayList<>();
    int bytes = 0;
    for (Finding finding : findings) {
      Event event = fitting(finding, summary);
      if (open.size() == EventBatch.MAX_EVENTS
          || (!open.isEmpty() && bytes + event.bytes() > EventBatch.MAX_BYTES)) {
        batches.add(new EventBatch(open));
        open.clear();
        bytes = 0;
      }
      open.add(event);
      bytes += event.bytes();
    }
    if (!open.isEmpty()) {
      batches.add(new EventBatch(open));
    }
    return batches;
  }

  /// The event in as much detail as one call holds.
  private static Event fitting(Finding finding, CheckSummary summary) {
    return Stream.of(Detail.FULL, Detail.WITHOUT_TAGS)
        .map(detail -> Event.of(finding, summary, detail))
        .filter(event -> event.bytes() <= EventBatch.MAX_BYTES)
        .findFirst()
        .orElseGet(() -> Event.of(finding, summary, Detail.LEAST));
  }
}
