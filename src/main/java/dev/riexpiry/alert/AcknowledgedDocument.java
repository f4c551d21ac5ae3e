package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.riexpiry.finding.Expiring;
import java.util.Optional;

/// An entry of the report's `acknowledged`.
public record AcknowledgedDocument(
    @JsonUnwrapped CommitmentDocument commitment,
    int daysLeft,
    @JsonUnwrapped AcknowledgementDocument decision) {
  /// The document of a commitment, if somebody has acknowledged it.
  public static Optional<AcknowledgedDocument> of(Expiring item, CheckSummary summary) {
    return item.acknowledgement()
        .map(decision ->
            new AcknowledgedDocument(
                CommitmentDocument.of(item.commitment(), summary.accounts()),
                item.daysLeft(),
                AcknowledgementDocument.of(decision)));
  }
}
