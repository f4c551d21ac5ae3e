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

/// ElastiCache reserved nodes, 100 a page, in every state. The answer has no currency.
final class ElastiCacheReader implements ServiceReader {
  private static final int PAGE = 100;

  @Override
  public ServiceMetadata metadata() {
    return ElastiCacheClient.serviceMetadata();
  }

  @Override
  public void read(Place place, Sink sink) {
    new Pages<>(
            place
                .client(ElastiCacheClient.class, ElastiCacheClient::builder)
                .describeReservedCacheNodesPaginator(
                    request -> request.maxRecords(PAGE).overrideConfiguration(place::sign)))
        .read(
            DescribeReservedCacheNodesResponse::hasReservedCacheNodes,
            DescribeReservedCacheNodesResponse::reservedCacheNodes,
            "reserved cache nodes",
            sink,
            item -> read(place, item, sink));
  }

  private static void read(Place place, ReservedCacheNode item, Sink sink) {
    Item.lasting(
            place,
            Service.ELASTICACHE,
            item.reservedCacheNodeId(),
            item.state(),
            item.startTime(),
            item.duration())
        .tell(
            sink,
            new Covered.Resources(
                Answers.orUnknown(item.cacheNodeType()),
                Answers.quantity(item.cacheNodeCount()),
                Unit.NODES,
                place.scope(),
                Answers.optional(item.productDescription()),
                Optional.empty(),
                false),
            new Offering(Answers.optional(item.offeringType()), Optional.empty()),
            price(item),
            Answers.arn(item.reservationARN()));
  }

  private static Optional<Money> price(ReservedCacheNode item) {
    return Prices.hourly(
        Answers.quantity(item.cacheNodeCount()),
        item.fixedPrice(),
        item.duration(),
        Prices.recurring(
            item.recurringCharges(),
            RecurringCharge::recurringChargeAmount,
            RecurringCharge::recurringChargeFrequency),
        null);
  }
}
