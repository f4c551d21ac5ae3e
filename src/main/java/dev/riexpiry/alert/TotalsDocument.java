package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// The member `totals` of a report.
///
/// @param monthlyAtStake by currency, the net savings a month that end with what is expiring, not
///   renewed and due
public record TotalsDocument(
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, BigDecimal> monthlyAtStake) {
  /// Adds up what is at stake; empty where no payer says so.
  public static Optional<TotalsDocument> of(CheckSummary summary) {
    return Optional.of(Stakes.of(summary.due(), summary))
        .filter(stakes -> !stakes.isEmpty())
        .map(stakes -> new TotalsDocument(stakes.byCurrency()));
  }
}
