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

/// Redshift Serverless reservations of processing units, 100 a page, in every state.
final class RedshiftServerlessReader implements ServiceReader {
  private static final int PAGE = 100;

  @Override
  public ServiceMetadata metadata() {
    return RedshiftServerlessClient.serviceMetadata();
  }

  @Override
  public void read(Place place, Sink sink) {
    new Pages<>(
            place
                .client(RedshiftServerlessClient.class, RedshiftServerlessClient::builder)
                .listReservationsPaginator(
                    request -> request.maxResults(PAGE).overrideConfiguration(place::sign)))
        .read(
            ListReservationsResponse::hasReservationsList,
            ListReservationsResponse::reservationsList,
            "reservations",
            sink,
            item -> read(place, item, sink));
  }

  private static void read(Place place, Reservation item, Sink sink) {
    Optional<ReservationOffering> offering = Optional.ofNullable(item.offering());
    Item.ending(
            place,
            Service.REDSHIFT_SERVERLESS,
            item.reservationId(),
            item.status(),
            item.startDate(),
            item.endDate())
        .tell(
            sink,
            Covered.Resources.of(
                "RPU", Answers.quantity(item.capacity()), Unit.RPUS, place.scope()),
            new Offering(offering.map(ReservationOffering::offeringTypeAsString), Optional.empty()),
            offering.flatMap(sold -> price(sold, Answers.quantity(item.capacity()))),
            Answers.arn(item.reservationArn()));
  }

  /// An offering is sold by the unit, so its charges are those of one.
  private static Optional<Money> price(ReservationOffering offering, int units) {
    return Prices.hourly(
        units,
        offering.upfrontCharge(),
        offering.duration(),
        Optional.ofNullable(offering.hourlyCharge()).map(BigDecimal::valueOf),
        offering.currencyCode());
  }
}
