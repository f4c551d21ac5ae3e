package dev.riexpiry.check;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.riexpiry.delivery.EventReceipt;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.delivery.Sending;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What became of the events of a run.
///
/// @param bus the name or ARN of the bus
/// @param sent those that EventBridge took
/// @param refused those that it did not take, which the next run puts again
/// @param unknown those that it may have taken
/// @param dry those of a dry run, which were not put
/// @param failures why some were refused or may have been taken: the first [#MAX_FAILURES] reasons
public record EventsDocument(
    String bus, int sent, int refused, int unknown, int dry, List<EventFailure> failures) {
  private static final int MAX_FAILURES = 10;

  /// Counts receipts; empty if there is none.
  public static Optional<EventsDocument> of(List<EventReceipt> receipts) {
    return receipts.stream()
        .findFirst()
        .map(first ->
            new EventsDocument(
                first.bus().value(),
                count(receipts, Receipt.Result.Sent.class),
                count(receipts, Receipt.Result.Refused.class),
                count(receipts, Receipt.Result.Unknown.class),
                count(receipts, Receipt.Result.NotSent.class),
                failures(receipts)));
  }

  private static int count(List<EventReceipt> receipts, Class<? extends Receipt.Result> kind) {
    return (int) receipts.stream().filter(receipt -> kind.isInstance(receipt.result())).count();
  }

  private static List<EventFailure> failures(List<EventReceipt> receipts) {
    return receipts.stream()
        .map(Sending::failure)
        .flatMap(Optional::stream)
        .collect(groupingBy(failure -> failure, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .limit(MAX_FAILURES)
        .map(entry ->
            new EventFailure(
                entry.getValue().intValue(), ReportDocument.SendingFailure.of(entry.getKey())))
        .toList();
  }

  /// A reason, and the number of events that it is the reason of.
  public record EventFailure(int events, @JsonUnwrapped ReportDocument.SendingFailure failure) {}
}
