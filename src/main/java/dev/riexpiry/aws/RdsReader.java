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

/// RDS reserved DB instances, 100 a page, in every state: the API's filters are not supported.
final class RdsReader implements ServiceReader {
  private static final int PAGE = 100;

  @Override
  public ServiceMetadata metadata() {
    return RdsClient.serviceMetadata();
  }

  @Override
  public void read(Place place, Sink sink) {
    new Pages<>(
            place
                .client(RdsClient.class, RdsClient::builder)
                .describeReservedDBInstancesPaginator(
                    request -> request.maxRecords(PAGE).overrideConfiguration(place::sign)))
        .read(
            DescribeReservedDbInstancesResponse::hasReservedDBInstances,
            DescribeReservedDbInstancesResponse::reservedDBInstances,
            "reserved DB instances",
            sink,
            item -> read(place, item, sink));
  }

  private static void read(Place place, ReservedDBInstance item, Sink sink) {
    Item.lasting(
            place,
            Service.RDS,
            item.reservedDBInstanceId(),
            item.state(),
            item.startTime(),
            item.duration())
        .tell(
            sink,
            new Covered.Resources(
                Answers.orUnknown(item.dbInstanceClass()),
                Answers.quantity(item.dbInstanceCount()),
                Unit.INSTANCES,
                place.scope(),
                Answers.optional(item.productDescription()),
                Optional.empty(),
                Boolean.TRUE.equals(item.multiAZ())),
            new Offering(Answers.optional(item.offeringType()), Optional.empty()),
            price(item),
            Answers.arn(item.reservedDBInstanceArn()));
  }

  private static Optional<Money> price(ReservedDBInstance item) {
    return Prices.hourly(
        Answers.quantity(item.dbInstanceCount()),
        item.fixedPrice(),
        item.duration(),
        Prices.recurring(
            item.recurringCharges(),
            RecurringCharge::recurringChargeAmount,
            RecurringCharge::recurringChargeFrequency),
        item.currencyCode());
  }
}
