package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riexpiry.finding.Reconciliation;
import java.util.Optional;

/// The member `reconciliation` of a report.
///
/// @param to the last day
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ReconciliationDocument(
    String state, Optional<String> from, Optional<String> to, int requests) {
  /// Shows a reconciliation.
  public static ReconciliationDocument of(Reconciliation reconciliation) {
    return new ReconciliationDocument(
        reconciliation.state().id(),
        reconciliation.period().map(period -> period.from().toString()),
        reconciliation.period().map(period -> period.to().toString()),
        reconciliation.requests());
  }
}
