package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Usage;
import dev.riexpiry.finding.Worth;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes how much of a commitment was used, and what it is worth, where the payer says so.
final class WorthText {
  private WorthText() {}

  static Optional<String> usage(Commitment commitment, CheckSummary summary) {
    return summary
        .payer()
        .appraisals()
        .of(commitment)
        .flatMap(Appraisal::usage)
        .map(usage -> "used " + percent(usage.percent()) + days(usage) + unused(usage));
  }

  private static String days(Usage usage) {
    return " from %s to %s".formatted(Wording.day(usage.from()), Wording.day(usage.to()));
  }

  private static String unused(Usage usage) {
    return usage
        .unusedHours()
        .filter(hours -> hours.signum() > 0)
        .map(hours -> ", %s hours paid and not used".formatted(Stakes.amount(hours)))
        .orElse("");
  }

  /// Writes what a commitment saves in a month, and of what that is made up.
  static Optional<String> money(Finding.OfCommitment finding, CheckSummary summary) {
    return saving(finding, summary)
        .map(text -> text + parts(finding, summary.worth(finding.commitment())));
  }

  /// Writes what a commitment saves in a month, or saved if it is over. One that costs more than it
  /// saves is said to.
  static Optional<String> saving(Finding.OfCommitment finding, CheckSummary summary) {
    Worth worth = summary.worth(finding.commitment());
    return worth
        .monthlyAtStake()
        .map(amount ->
            (isOver(finding)
                    ? amount.signum() < 0 ? "lost " : "saved "
                    : amount.signum() < 0 ? "loses " : "saves ")
                + Stakes.amount(amount.abs())
                + worth.currency().map(code -> " " + code).orElse("")
                + " a month");
  }

  private static boolean isOver(Finding.OfCommitment finding) {
    return finding instanceof Lapsed;
  }

  private static String parts(Finding.OfCommitment finding, Worth worth) {
    String parts =
        Stream.of(
                worth
                    .monthlyCost()
                    .map(cost -> (isOver(finding) ? "cost " : "costs ") + Stakes.amount(cost)),
                worth.monthlyOnDemand().map(price -> "on demand " + Stakes.amount(price)),
                worth
                    .breakEvenPercent()
                    .map(share ->
                        (isOver(finding) ? "broke even at " : "breaks even at ") + percent(share)))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return parts.isEmpty() ? "" : " (amortised; " + parts + ")";
  }

  /// Writes by how much the invoice rises once a commitment has ended, where that differs from what
  /// it saves because some of it was paid upfront.
  static Optional<String> invoice(Finding.OfCommitment finding, CheckSummary summary) {
    Worth worth = summary.worth(finding.commitment());
    return finding instanceof Expiring expiring
            && !expiring.renewed()
            && expiring.commitment().offering().paidUpfront()
        ? worth
            .monthlyInvoiceRise()
            .filter(amount -> amount.signum() > 0)
            .map(amount ->
                "paid upfront: once it has ended, the invoice rises by "
                    + Stakes.amount(amount)
                    + worth.currency().map(code -> " " + code).orElse("")
                    + " a month")
        : Optional.empty();
  }

  static String percent(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString() + " %";
  }
}
