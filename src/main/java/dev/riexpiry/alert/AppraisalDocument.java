package dev.riexpiry.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Source;
import dev.riexpiry.finding.Usage;
import dev.riexpiry.finding.Worth;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The members of a commitment in JSON that come from the payer's Cost Explorer. What is not known
/// is left out, and never zero.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record AppraisalDocument(
    Optional<String> source,
    Optional<UsageDocument> usage,
    Optional<MoneyDocument> money,
    Optional<AdviceDocument> advice) {
  static AppraisalDocument of(Commitment commitment, CheckSummary summary) {
    Optional<Appraisal> known = summary.payer().appraisals().of(commitment);
    return new AppraisalDocument(
        known
            .map(Appraisal::source)
            .or(() -> summary.payer().reconciliation().besideAccounts().map(_ -> Source.ACCOUNT))
            .map(Source::id),
        known.flatMap(Appraisal::usage).map(UsageDocument::of),
        Optional.of(summary.worth(commitment))
            .filter(worth -> !worth.equals(Worth.UNKNOWN))
            .map(MoneyDocument::of),
        known.flatMap(Appraisal::advice).map(AdviceDocument::of));
  }

  /// The member `usage`.
  ///
  /// @param to the last day
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record UsageDocument(
      String from, String to, BigDecimal percent, Optional<BigDecimal> unusedHours) {
    private static UsageDocument of(Usage usage) {
      return new UsageDocument(
          usage.from().toString(), usage.to().toString(), usage.percent(), usage.unusedHours());
    }
  }

  /// The member `money`, for a month of 730 hours.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record MoneyDocument(
      Optional<String> currency,
      Optional<BigDecimal> monthlyCost,
      Optional<BigDecimal> monthlyOnDemand,
      Optional<BigDecimal> monthlyAtStake,
      Optional<BigDecimal> breakEvenPercent,
      Optional<BigDecimal> monthlyRecurring) {
    private static MoneyDocument of(Worth worth) {
      return new MoneyDocument(
          worth.currency(),
          worth.monthlyCost(),
          worth.monthlyOnDemand(),
          worth.monthlyAtStake(),
          worth.breakEvenPercent(),
          worth.monthlyRecurring());
    }
  }

  /// The member `advice`.
  ///
  /// @param reasons one clause each
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record AdviceDocument(String verdict, OptionalInt quantity, List<String> reasons) {
    private static AdviceDocument of(Advice advice) {
      return new AdviceDocument(
          advice.verdict().id(), advice.quantity(), AdviceText.reasons(advice));
    }
  }
}
