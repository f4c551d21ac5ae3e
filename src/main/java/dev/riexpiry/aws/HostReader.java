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

/// Lists EC2 Dedicated Host reservations, 500 a page, in every state. Their prices are those of the
/// whole reservation, and strings.
final class HostReader implements ServiceReader {
  private static final int PAGE = 500;

  @Override
  public ServiceMetadata metadata() {
    return Ec2Client.serviceMetadata();
  }

  @Override
  public void read(RegionalAccount at, Sink sink) {
    new Pages<>(
            at.client(Ec2Client.class, Ec2Client::builder)
                .describeHostReservationsPaginator(
                    request -> request.maxResults(PAGE).overrideConfiguration(at::sign)),
            DescribeHostReservationsResponse::nextToken)
        .read(
            DescribeHostReservationsResponse::hasHostReservationSet,
            DescribeHostReservationsResponse::hostReservationSet,
            "host reservations",
            sink,
            item -> read(at, item, sink));
  }

  private static void read(RegionalAccount at, HostReservation item, Sink sink) {
    ListedCommitment.ending(
            at,
            Service.EC2_HOST,
            item.hostReservationId(),
            item.stateAsString(),
            item.start(),
            item.end())
        .offerTo(
            sink,
            Covered.Resources.of(
                OptionalMembers.orUnknown(item.instanceFamily()),
                OptionalMembers.quantity(item.count()),
                Unit.HOSTS,
                at.scope()),
            new Offering(OptionalMembers.text(item.paymentOptionAsString()), Optional.empty()),
            price(item),
            Label.of(OptionalMembers.tags(item.tags(), Tag::key, Tag::value)));
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
