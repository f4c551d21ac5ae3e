package dev.riexpiry.aws;

import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Unit;
import java.util.Optional;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeReservedDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.RecurringCharge;
import software.amazon.awssdk.services.rds.model.ReservedDBInstance;

/// Lists RDS reserved DB instances, 100 a page, in every state: the API's filters are not
/// supported.
final class RdsReader implements ServiceReader {
  private static final int PAGE = 100;

  @Override
  public ServiceMetadata metadata() {
    return RdsClient.serviceMetadata();
  }

  @Override
  public void read(RegionalAccount at, Sink sink) {
    new Pages<>(
            at.client(RdsClient.class, RdsClient::builder)
                .describeReservedDBInstancesPaginator(
                    request -> request.maxRecords(PAGE).overrideConfiguration(at::sign)),
            DescribeReservedDbInstancesResponse::marker)
        .read(
            DescribeReservedDbInstancesResponse::hasReservedDBInstances,
            DescribeReservedDbInstancesResponse::reservedDBInstances,
            "reserved DB instances",
            sink,
            item -> read(at, item, sink));
  }

  private static void read(RegionalAccount at, ReservedDBInstance item, Sink sink) {
    ListedCommitment.lasting(
            at,
            Service.RDS,
            item.reservedDBInstanceId(),
            item.state(),
            item.startTime(),
            item.duration())
        .offerTo(
            sink,
            new Covered.Resources(
                OptionalMembers.orUnknown(item.dbInstanceClass()),
                OptionalMembers.quantity(item.dbInstanceCount()),
                Unit.INSTANCES,
                at.scope(),
                OptionalMembers.text(item.productDescription()),
                Optional.empty(),
                Boolean.TRUE.equals(item.multiAZ())),
            new Offering(OptionalMembers.text(item.offeringType()), Optional.empty()),
            price(item),
            OptionalMembers.arn(item.reservedDBInstanceArn()));
  }

  private static Optional<Money> price(ReservedDBInstance item) {
    return Prices.hourly(
        OptionalMembers.quantity(item.dbInstanceCount()),
        item.fixedPrice(),
        item.duration(),
        Prices.recurring(
            item.recurringCharges(),
            RecurringCharge::recurringChargeAmount,
            RecurringCharge::recurringChargeFrequency),
        item.currencyCode());
  }
}
