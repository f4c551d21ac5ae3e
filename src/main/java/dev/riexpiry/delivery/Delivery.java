package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.finding.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The result of announcing the findings of one run.
///
/// @param summary the check, with everything that is known of other runs now
/// @param receipts in the order of sending
/// @param left announcements that another run had claimed and not made
/// @param unrecorded the failures to record something that was announced
public record Delivery(
    CheckSummary summary, List<Receipt> receipts, int left, List<Failure> unrecorded) {
  /// The most causes that are named in one warning.
  private static final int MAX_CAUSES = 3;

  public Delivery {
    requireNonNull(summary, "summary is null");
    receipts = List.copyOf(receipts);
    unrecorded = List.copyOf(unrecorded);
  }

  /// Tells whether at least one call to the ledger failed.
  public boolean ledgerFailed() {
    return !summary.history().ledgerFailures().isEmpty() || !unrecorded.isEmpty();
  }

  /// Warns of a ledger that could not be used as it should.
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    List<Failure> ledgerFailures = summary.history().ledgerFailures();
    if (!ledgerFailures.isEmpty()) {
      warnings.add(
          "what was told before is not known for certain, so an alert may be a repeat: "
              + causes(ledgerFailures));
    }
    if (!unrecorded.isEmpty()) {
      warnings.add(
          "not all that was told could be recorded (%d times), so it may be told again: %s"
              .formatted(unrecorded.size(), causes(unrecorded)));
    }
    int untold = summary.untold().size();
    if (untold > 0) {
      warnings.add(
          "there was no time to tell %d findings that are due, the least urgent ones: %s"
              .formatted(
                  untold,
                  summary.history().recorded()
                      ? "the next run tells them"
                      : "without a ledger the next run tells everything anew, and may not come to them; set LEDGER_TABLE, or choose the digest grouping, which needs the fewest messages"));
    }
    if (left > 0) {
      warnings.add(
          "another run had claimed %d announcements and not made them when this run had to end; run the check again"
              .formatted(left));
    }
    return warnings;
  }

  private static String causes(List<Failure> failures) {
    return failures.stream()
        .map(Failure::sentence)
        .distinct()
        .limit(MAX_CAUSES)
        .collect(Collectors.joining("; "));
  }
}
