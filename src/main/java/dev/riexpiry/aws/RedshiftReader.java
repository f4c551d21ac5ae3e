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

/// Lists Redshift reserved nodes, 100 a page, in every state.
final class RedshiftReader implements ServiceReader {
  private static final int PAGE = 100;

  @Override
  public ServiceMetadata metadata() {
    return RedshiftClient.serviceMetadata();
  }

  @Override
  public void read(RegionalAccount at, Sink sink) {
    new Pages<>(
            at.client(RedshiftClient.class, RedshiftClient::builder)
                .describeReservedNodesPaginator(
                    request -> request.maxRecords(PAGE).overrideConfiguration(at::sign)),
            DescribeReservedNodesResponse::marker)
        .read(
            DescribeReservedNodesResponse::hasReservedNodes,
            DescribeReservedNodesResponse::reservedNodes,
            "reserved nodes",
            sink,
            item -> read(at, item, sink));
  }

  private static void read(RegionalAccount at, ReservedNode item, Sink sink) {
    ListedCommitment.lasting(
            at,
            Service.REDSHIFT,
            item.reservedNodeId(),
            item.state(),
            item.startTime(),
            item.duration())
        .offerTo(
            sink,
            Covered.Resources.of(
                OptionalMembers.orUnknown(item.nodeType()),
                OptionalMembers.quantity(item.nodeCount()),
                Unit.NODES,
                at.scope()),
            new Offering(
                OptionalMembers.text(item.offeringType()),
                OptionalMembers.text(item.reservedNodeOfferingTypeAsString())),
            price(item),
            Label.NONE);
  }

  private static Optional<Money> price(ReservedNode item) {
    return Prices.hourly(
        OptionalMembers.quantity(item.nodeCount()),
        item.fixedPrice(),
        item.duration(),
        Prices.recurring(
            item.recurringCharges(),
            RecurringCharge::recurringChargeAmount,
            RecurringCharge::recurringChargeFrequency),
        item.currencyCode());
  }
}
