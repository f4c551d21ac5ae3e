package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// The member `overview` of an alert.
///
/// @param cadence `weekly` or `monthly`
/// @param period the week or the month: `2026-W19`, `2026-05`
/// @param days how far it looks ahead
/// @param commitments how many end in that time
/// @param renewed how many of them are renewed
/// @param monthlyAtStake by currency, the net savings a month that end with the others; left out
///   where no payer says so
/// @param ending by week and account, as many as the mail shows
/// @param ignored what is not told of, as many as the mail shows
/// @param acknowledged what somebody has acknowledged, as many as the mail shows
/// @param unreadable how many places could not be read
/// @param reconciliation the state of the comparison with the payer, as in the report
public record OverviewDocument(
    String cadence,
    String period,
    int days,
    int commitments,
    int renewed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, BigDecimal> monthlyAtStake,
    List<EndingDocument> ending,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DecisionDocument> ignored,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DecisionDocument> acknowledged,
    int unreadable,
    String reconciliation) {
  static OverviewDocument of(Overview overview, CheckSummary summary) {
    return new OverviewDocument(
        overview.cadence().id(),
        overview.period(),
        Overview.DAYS,
        overview.count(),
        overview.renewed(),
        overview.atStake().byCurrency(),
        overview.sums().stream()
            .limit(OverviewText.MOST_SUMS)
            .map(sum ->
                new EndingDocument(
                    sum.monday().toString(),
                    sum.account().value(),
                    summary.accounts().of(sum.account()).name(),
                    sum.count(),
                    sum.renewed(),
                    sum.atStake().byCurrency()))
            .toList(),
        overview.ignored().stream()
            .limit(OverviewText.MOST_DECISIONS)
            .map(item ->
                new DecisionDocument(
                    item.commitment().accountId().value(),
                    item.commitment().id(),
                    item.because().until().toString(),
                    item.because().reason()))
            .toList(),
        overview.acknowledged().stream()
            .limit(OverviewText.MOST_DECISIONS)
            .flatMap(item ->
                item.acknowledgement().stream()
                    .map(decision ->
                        new DecisionDocument(
                            item.commitment().accountId().value(),
                            item.commitment().id(),
                            decision.until().toString(),
                            decision.reason())))
            .toList(),
        overview.unread(),
        summary.payer().reconciliation().state().id());
  }

  /// What ends of one account in one week.
  ///
  /// @param week the Monday on which it begins
  public record EndingDocument(
      String week,
      String accountId,
      String accountName,
      int commitments,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int renewed,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, BigDecimal> monthlyAtStake) {}

  /// What is not told of, and until when.
  public record DecisionDocument(
      String accountId, String commitmentId, String until, String reason) {}
}
