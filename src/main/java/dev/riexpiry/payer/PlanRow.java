package dev.riexpiry.payer;

import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.payer.Listed.Kind;
import java.math.BigDecimal;
import java.util.Optional;

/// Reads a Savings Plan, as `GetSavingsPlansUtilizationDetails` lists it. Its id is the last part
/// of its ARN.
final class PlanRow {
  private static final String TYPE_SUFFIX = "SavingsPlans";
  private static final String ANY_REGION = "Any";
  private static final String UNKNOWN = "(unknown)";

  private PlanRow() {}

  static Kind of(Listed listed) {
    Row row = listed.row();
    Optional<String> arn = row.text("SavingsPlanARN");
    Optional<BigDecimal> hourly = row.positive("HourlyCommitment");
    return new Kind(
        arn.map(Listed::lastPart),
        arn,
        Service.GLOBAL,
        row.text("Status"),
        covered(row, hourly.map(amount -> new Money(amount, Optional.of(listed.currency())))),
        row.text("PaymentOption"),
        Optional.empty(),
        Listed.quotient(row.positive("TotalCommitment"), hourly),
        Optional.empty(),
        row.number("TotalAmortizedCommitment").or(() -> row.number("TotalCommitment")),
        row.number("AmortizedRecurringCommitment"),
        row.number("OnDemandCostEquivalent"),
        row.number("NetSavings"),
        Optional.empty());
  }

  private static Covered covered(Row row, Optional<Money> hourly) {
    String type = row.text("SavingsPlansType").orElse(UNKNOWN);
    return new Covered.Spend(
        type.endsWith(TYPE_SUFFIX) ? type.substring(0, type.length() - TYPE_SUFFIX.length()) : type,
        hourly,
        row.text("InstanceFamily"),
        row.text("Region")
            .filter(region -> !region.equalsIgnoreCase(ANY_REGION))
            .<Scope>map(Scope.Region::new)
            .orElseGet(Scope.Global::new));
  }
}
