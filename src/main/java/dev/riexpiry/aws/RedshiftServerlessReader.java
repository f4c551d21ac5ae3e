package dev.riexpiry.aws;

import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.redshiftserverless.model.ListReservationsResponse;
import software.amazon.awssdk.services.redshiftserverless.model.Reservation;
import software.amazon.awssdk.services.redshiftserverless.model.ReservationOffering;

/// Lists Redshift Serverless reservations of processing units, 100 a page, in every state.
final class RedshiftServerlessReader implements ServiceReader {
  private static final int PAGE = 100;

  @Override
  public ServiceMetadata metadata() {
    return RedshiftServerlessClient.serviceMetadata();
  }

  @Override
  public void read(RegionalAccount at, Sink sink) {
    new Pages<>(
            at.client(RedshiftServerlessClient.class, RedshiftServerlessClient::builder)
                .listReservationsPaginator(
                    request -> request.maxResults(PAGE).overrideConfiguration(at::sign)),
            ListReservationsResponse::nextToken)
        .read(
            ListReservationsResponse::hasReservationsList,
            ListReservationsResponse::reservationsList,
            "reservations",
            sink,
            item -> read(at, item, sink));
  }

  private static void read(RegionalAccount at, Reservation item, Sink sink) {
    Optional<ReservationOffering> offering = Optional.ofNullable(item.offering());
    ListedCommitment.ending(
            at,
            Service.REDSHIFT_SERVERLESS,
            item.reservationId(),
            item.status(),
            item.startDate(),
            item.endDate())
        .offerTo(
            sink,
            Covered.Resources.of(
                "RPU", OptionalMembers.quantity(item.capacity()), Unit.RPUS, at.scope()),
            new Offering(offering.map(ReservationOffering::offeringTypeAsString), Optional.empty()),
            offering.flatMap(sold -> price(sold, OptionalMembers.quantity(item.capacity()))),
            OptionalMembers.arn(item.reservationArn()));
  }

  /// The hourly price of a reservation. Its offering is sold by the unit, so the charges are those
  /// of one.
  private static Optional<Money> price(ReservationOffering offering, int units) {
    return Prices.hourly(
        units,
        offering.upfrontCharge(),
        offering.duration(),
        Optional.ofNullable(offering.hourlyCharge()).map(BigDecimal::valueOf),
        offering.currencyCode());
  }
}
