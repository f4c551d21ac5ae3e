package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.riexpiry.commitment.Commitment;

/// An entry of the report's `active`.
public record ActiveDocument(
    @JsonUnwrapped CommitmentDocument commitment,
    long daysLeft,
    @JsonUnwrapped CommitmentDetails details) {
  /// The document of an active commitment.
  public static ActiveDocument of(Commitment commitment, CheckSummary summary) {
    return new ActiveDocument(
        CommitmentDocument.of(commitment, summary.accounts()),
        summary.checkDate().daysLeft(commitment.end()),
        CommitmentDetails.of(commitment, summary, Detail.FULL));
  }
}
