package dev.riexpiry.aws;

import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeHostReservationsResponse;
import software.amazon.awssdk.services.ec2.model.HostReservation;
import software.amazon.awssdk.services.ec2.model.Tag;

/// EC2 Dedicated Host reservations, 500 a page, in every state. Their prices are those of the whole
/// reservation, and strings.
final class HostReader implements ServiceReader {
  private static final int PAGE = 500;

  @Override
  public ServiceMetadata metadata() {
    return Ec2Client.serviceMetadata();
  }

  @Override
  public void read(Place place, Sink sink) {
    new Pages<>(
            place
                .client(Ec2Client.class, Ec2Client::builder)
                .describeHostReservationsPaginator(
                    request -> request.maxResults(PAGE).overrideConfiguration(place::sign)))
        .read(
            DescribeHostReservationsResponse::hasHostReservationSet,
            DescribeHostReservationsResponse::hostReservationSet,
            "host reservations",
            sink,
            item -> read(place, item, sink));
  }

  private static void read(Place place, HostReservation item, Sink sink) {
    Item.ending(
            place,
            Service.EC2_HOST,
            item.hostReservationId(),
            item.stateAsString(),
            item.start(),
            item.end())
        .tell(
            sink,
            Covered.Resources.of(
                Answers.orUnknown(item.instanceFamily()),
                Answers.quantity(item.count()),
                Unit.HOSTS,
                place.scope()),
            new Offering(Answers.optional(item.paymentOptionAsString()), Optional.empty()),
            price(item),
            Label.of(Answers.tags(item.tags(), Tag::key, Tag::value)));
  }

  private static Optional<Money> price(HostReservation item) {
    return Prices.hourly(
        1,
        Prices.amount(item.upfrontPrice()).orElse(BigDecimal.ZERO),
        item.duration(),
        Prices.amount(item.hourlyPrice()),
        item.currencyCodeAsString());
  }
}
