package dev.riexpiry.aws;

import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Unit;
import java.util.Optional;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeReservedCacheNodesResponse;
import software.amazon.awssdk.services.elasticache.model.RecurringCharge;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNode;

/// Lists ElastiCache reserved nodes, 100 a page, in every state. The answer has no currency.
final class ElastiCacheReader implements ServiceReader {
  private static final int PAGE = 100;

  @Override
  public ServiceMetadata metadata() {
    return ElastiCacheClient.serviceMetadata();
  }

  @Override
  public void read(RegionalAccount at, Sink sink) {
    new Pages<>(
            at.client(ElastiCacheClient.class, ElastiCacheClient::builder)
                .describeReservedCacheNodesPaginator(
                    request -> request.maxRecords(PAGE).overrideConfiguration(at::sign)),
            DescribeReservedCacheNodesResponse::marker)
        .read(
            DescribeReservedCacheNodesResponse::hasReservedCacheNodes,
            DescribeReservedCacheNodesResponse::reservedCacheNodes,
            "reserved cache nodes",
            sink,
            item -> read(at, item, sink));
  }

  private static void read(RegionalAccount at, ReservedCacheNode item, Sink sink) {
    ListedCommitment.lasting(
            at,
            Service.ELASTICACHE,
            item.reservedCacheNodeId(),
            item.state(),
            item.startTime(),
            item.duration())
        .offerTo(
            sink,
            new Covered.Resources(
                OptionalMembers.orUnknown(item.cacheNodeType()),
                OptionalMembers.quantity(item.cacheNodeCount()),
                Unit.NODES,
                at.scope(),
                OptionalMembers.text(item.productDescription()),
                Optional.empty(),
                false),
            new Offering(OptionalMembers.text(item.offeringType()), Optional.empty()),
            price(item),
            OptionalMembers.arn(item.reservationARN()));
  }

  private static Optional<Money> price(ReservedCacheNode item) {
    return Prices.hourly(
        OptionalMembers.quantity(item.cacheNodeCount()),
        item.fixedPrice(),
        item.duration(),
        Prices.recurring(
            item.recurringCharges(),
            RecurringCharge::recurringChargeAmount,
            RecurringCharge::recurringChargeFrequency),
        null);
  }
}
