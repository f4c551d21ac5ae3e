package dev.riexpiry.aws;

import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Unit;
import java.util.Optional;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.DescribeReservedNodesResponse;
import software.amazon.awssdk.services.redshift.model.RecurringCharge;
import software.amazon.awssdk.services.redshift.model.ReservedNode;

/// Redshift reserved nodes, 100 a page, in every state.
final class RedshiftReader implements ServiceReader {
  private static final int PAGE = 100;

  @Override
  public ServiceMetadata metadata() {
    return RedshiftClient.serviceMetadata();
  }

  @Override
  public void read(Place place, Sink sink) {
    new Pages<>(
            place
                .client(RedshiftClient.class, RedshiftClient::builder)
                .describeReservedNodesPaginator(
                    request -> request.maxRecords(PAGE).overrideConfiguration(place::sign)))
        .read(
            DescribeReservedNodesResponse::hasReservedNodes,
            DescribeReservedNodesResponse::reservedNodes,
            "reserved nodes",
            sink,
            item -> read(place, item, sink));
  }

  private static void read(Place place, ReservedNode item, Sink sink) {
    Item.lasting(
            place,
            Service.REDSHIFT,
            item.reservedNodeId(),
            item.state(),
            item.startTime(),
            item.duration())
        .tell(
            sink,
            Covered.Resources.of(
                Answers.orUnknown(item.nodeType()),
                Answers.quantity(item.nodeCount()),
                Unit.NODES,
                place.scope()),
            new Offering(
                Answers.optional(item.offeringType()),
                Answers.optional(item.reservedNodeOfferingTypeAsString())),
            price(item),
            Label.NONE);
  }

  private static Optional<Money> price(ReservedNode item) {
    return Prices.hourly(
        Answers.quantity(item.nodeCount()),
        item.fixedPrice(),
        item.duration(),
        Prices.recurring(
            item.recurringCharges(),
            RecurringCharge::recurringChargeAmount,
            RecurringCharge::recurringChargeFrequency),
        item.currencyCode());
  }
}
