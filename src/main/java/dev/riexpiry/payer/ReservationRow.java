package dev.riexpiry.payer;

import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.payer.Listed.Kind;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// Reads a reservation, as `GetReservationUtilization` groups it by `SUBSCRIPTION_ID`. Its
/// `leaseId` is the id that its service gives it.
final class ReservationRow {
  private static final String UNKNOWN = "(unknown)";

  private ReservationRow() {}

  static Kind of(Listed listed) {
    Row row = listed.row();
    int quantity = quantity(row);
    Optional<BigDecimal> instanceHours = row.positive("PurchasedHours");
    Optional<BigDecimal> cost = row.number("TotalAmortizedFee");
    return new Kind(
        row.text("leaseId"),
        row.text("reservationARN"),
        row.text("region").orElse(UNKNOWN),
        row.text("subscriptionStatus"),
        covered(row, listed.question().service(), quantity),
        row.text("subscriptionType"),
        row.text("offeringType").map(text -> text.toLowerCase(Locale.ROOT)),
        Listed.quotient(instanceHours, Optional.of(BigDecimal.valueOf(quantity))),
        instanceHours,
        cost,
        row.number("AmortizedRecurringFee"),
        row.number("OnDemandCostOfRIHoursUsed"),
        row.number("NetRISavings"),
        Listed.percent(Listed.quotient(Listed.quotient(cost, instanceHours), onDemandRate(row))));
  }

  /// The number of units; a reservation that does not give it covers at least one.
  private static int quantity(Row row) {
    return row.positive("numberOfInstances").map(BigDecimal::intValue).orElse(1);
  }

  /// The on-demand price of one unit for an hour.
  private static Optional<BigDecimal> onDemandRate(Row row) {
    return row.positive("averageOnDemandHourlyRate")
        .or(() ->
            Listed.quotient(
                row.positive("OnDemandCostOfRIHoursUsed"), row.positive("TotalActualHours")));
  }

  private static Covered covered(Row row, Service service, int quantity) {
    Scope region = new Scope.Region(row.text("region").orElse(UNKNOWN));
    return new Covered.Resources(
        row.text("instanceType").orElse(UNKNOWN),
        Math.max(1, quantity),
        unit(service),
        service == Service.EC2 && !"Region".equalsIgnoreCase(row.text("scope").orElse("Region"))
            ? row.text("availabilityZone").<Scope>map(Scope.Zone::new).orElse(region)
            : region,
        row.text("platform"),
        service == Service.EC2
            ? row.text("tenancy").map(ReservationRow::tenancy)
            : Optional.empty(),
        false);
  }

  /// The tenancy as EC2 spells it, of which Cost Explorer calls the usual one `Shared`.
  private static String tenancy(String tenancy) {
    return tenancy.equalsIgnoreCase("Shared") ? "default" : tenancy.toLowerCase(Locale.ROOT);
  }

  private static Unit unit(Service service) {
    return switch (service) {
      case ELASTICACHE, REDSHIFT, MEMORYDB -> Unit.NODES;
      case EC2, RDS, OPENSEARCH, REDSHIFT_SERVERLESS, EC2_HOST, EC2_CAPACITY_BLOCK, SAVINGS_PLANS ->
          Unit.INSTANCES;
    };
  }
}
