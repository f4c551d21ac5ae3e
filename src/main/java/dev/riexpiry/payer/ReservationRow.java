package dev.riexpiry.payer;

import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.payer.Listed.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a reservation, as `GetReservationUtilization` groups it by `SUBSCRIPTION_ID`. Its
/// `leaseId` is the id that its service gives it.
final class ReservationRow {
  private static final String UNKNOWN = "(unknown)";
  private static final BigDecimal SECONDS_OF_HOUR = BigDecimal.valueOf(3600);

  private ReservationRow() {}

  static Kind of(Listed listed) {
    Row row = listed.row();
    Optional<BigDecimal> units = units(listed);
    Optional<BigDecimal> instanceHours = row.positive("PurchasedHours");
    Optional<BigDecimal> cost = row.number("TotalAmortizedFee");
    return new Kind(
        row.text("leaseId"),
        row.text("reservationARN"),
        row.text("region").orElse(UNKNOWN),
        row.text("subscriptionStatus"),
        covered(row, listed.question().service(), units.map(BigDecimal::intValue).orElse(1)),
        row.text("subscriptionType"),
        row.text("offeringType").map(text -> text.toLowerCase(Locale.ROOT)),
        Listed.quotient(instanceHours, units),
        instanceHours,
        cost,
        row.number("AmortizedRecurringFee"),
        row.number("OnDemandCostOfRIHoursUsed"),
        row.number("NetRISavings"),
        Listed.percent(Listed.quotient(Listed.quotient(cost, instanceHours), onDemandRate(row))));
  }

  /// The number of units. Where it is not given, it is the number of hours of all units for each
  /// hour that the reservation had within the window; empty if these are not known either.
  private static Optional<BigDecimal> units(Listed listed) {
    Row row = listed.row();
    return row.positive("numberOfInstances")
        .or(() ->
            Listed.quotient(row.positive("PurchasedHours"), hours(listed))
                .map(units -> units.setScale(0, RoundingMode.HALF_UP))
                .filter(units -> units.signum() > 0));
  }

  private static Optional<BigDecimal> hours(Listed listed) {
    Row row = listed.row();
    Instant begin = listed.window().begin();
    Instant end = listed.window().end();
    Instant last =
        Stream.of("endDateTime", "cancellationDateTime")
            .flatMap(name -> row.time(name).stream())
            .map(time -> time.plus(Listed.TOLERANCE))
            .reduce(end, (one, other) -> one.isBefore(other) ? one : other);
    return row.time("startDateTime")
        .map(start -> Duration.between(start.isAfter(begin) ? start : begin, last))
        .map(had -> BigDecimal.valueOf(had.toSeconds()))
        .map(seconds -> seconds.divide(SECONDS_OF_HOUR, Listed.DECIMALS, RoundingMode.HALF_UP));
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
