package dev.riexpiry.aws;

import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Unit;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.DescribeReservedInstancesResponse;
import software.amazon.awssdk.services.opensearch.model.RecurringCharge;
import software.amazon.awssdk.services.opensearch.model.ReservedInstance;

/// Lists OpenSearch reserved instances, 100 a page, in every state. A reservation that was bought
/// for Elasticsearch keeps its instance type, such as `m5.large.elasticsearch`, and is reported
/// with it.
final class OpenSearchReader implements ServiceReader {
  private static final int PAGE = 100;

  @Override
  public ServiceMetadata metadata() {
    return OpenSearchClient.serviceMetadata();
  }

  @Override
  public void read(RegionalAccount at, Sink sink) {
    new Pages<>(
            at.client(OpenSearchClient.class, OpenSearchClient::builder)
                .describeReservedInstancesPaginator(
                    request -> request.maxResults(PAGE).overrideConfiguration(at::sign)),
            DescribeReservedInstancesResponse::nextToken)
        .read(
            DescribeReservedInstancesResponse::hasReservedInstances,
            DescribeReservedInstancesResponse::reservedInstances,
            "reserved instances",
            sink,
            item -> read(at, item, sink));
  }

  private static void read(RegionalAccount at, ReservedInstance item, Sink sink) {
    ListedCommitment.lasting(
            at,
            Service.OPENSEARCH,
            item.reservedInstanceId(),
            item.state(),
            item.startTime(),
            item.duration())
        .offerTo(
            sink,
            Covered.Resources.of(
                OptionalMembers.orUnknown(item.instanceTypeAsString()),
                OptionalMembers.quantity(item.instanceCount()),
                Unit.INSTANCES,
                at.scope()),
            new Offering(OptionalMembers.text(item.paymentOptionAsString()), Optional.empty()),
            price(item),
            new Label(OptionalMembers.text(item.reservationName()), Optional.empty(), Map.of()));
  }

  private static Optional<Money> price(ReservedInstance item) {
    return Prices.hourly(
        OptionalMembers.quantity(item.instanceCount()),
        item.fixedPrice(),
        item.duration(),
        Prices.recurring(
            item.recurringCharges(),
            RecurringCharge::recurringChargeAmount,
            RecurringCharge::recurringChargeFrequency),
        item.currencyCode());
  }
}
