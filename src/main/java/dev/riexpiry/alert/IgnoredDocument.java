package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.riexpiry.policy.IgnoreRules.Ignored;

/// An entry of the report's `ignored`.
///
/// @param daysLeft negative once it has ended
/// @param until the last check date on which it is ignored
public record IgnoredDocument(
    @JsonUnwrapped CommitmentDocument commitment,
    long daysLeft,
    String until,
    String reason,
    @JsonUnwrapped CommitmentDetails details) {
  /// The document of an ignored commitment.
  public static IgnoredDocument of(Ignored ignored, CheckSummary summary) {
    return new IgnoredDocument(
        CommitmentDocument.of(ignored.commitment(), summary.accounts()),
        summary.checkDate().daysLeft(ignored.commitment().end()),
        ignored.because().until().toString(),
        ignored.because().reason(),
        CommitmentDetails.of(ignored.commitment(), summary, Detail.FULL));
  }
}
