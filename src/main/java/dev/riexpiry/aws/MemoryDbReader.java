package dev.riexpiry.aws;

import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Unit;
import java.util.Optional;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.memorydb.MemoryDbClient;
import software.amazon.awssdk.services.memorydb.model.DescribeReservedNodesResponse;
import software.amazon.awssdk.services.memorydb.model.RecurringCharge;
import software.amazon.awssdk.services.memorydb.model.ReservedNode;

/// Lists MemoryDB reserved nodes, 100 a page, in every state. The answer has no currency.
final class MemoryDbReader implements ServiceReader {
  private static final int PAGE = 100;

  @Override
  public ServiceMetadata metadata() {
    return MemoryDbClient.serviceMetadata();
  }

  @Override
  public void read(RegionalAccount at, Sink sink) {
    new Pages<>(
            at.client(MemoryDbClient.class, MemoryDbClient::builder)
                .describeReservedNodesPaginator(
                    request -> request.maxResults(PAGE).overrideConfiguration(at::sign)),
            DescribeReservedNodesResponse::nextToken)
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
            Service.MEMORYDB,
            item.reservationId(),
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
            new Offering(OptionalMembers.text(item.offeringType()), Optional.empty()),
            price(item),
            OptionalMembers.arn(item.arn()));
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
        null);
  }
}
