package dev.riexpiry.aws;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Service;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeReservedDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.ReservedDBInstance;

/// RDS reserved DB instances, 100 a page, in every state: the API's filters are not supported.
///
/// The end is `StartTime` + `Duration` seconds: a year is 365 days here, so a term across 29
/// February ends a calendar day earlier than one would count in years.
final class RdsReader implements ServiceReader {
  private static final int PAGE = 100;

  @Override
  public void read(Place place, Sink sink) {
    RdsClient client = place.client(RdsClient.class, RdsClient::builder);
    for (DescribeReservedDbInstancesResponse page :
        new Pages<>(
            marker ->
                client.describeReservedDBInstances(request ->
                    request.maxRecords(PAGE).marker(marker).overrideConfiguration(place::sign)),
            DescribeReservedDbInstancesResponse::marker)) {
      if (!page.hasReservedDBInstances()) {
        sink.unusable("the answer holds no list of reserved DB instances");
      }
      for (ReservedDBInstance item : page.reservedDBInstances()) {
        read(place, item, sink);
      }
    }
  }

  private static void read(Place place, ReservedDBInstance item, Sink sink) {
    if (item.startTime() == null
        || item.duration() == null
        || item.reservedDBInstanceId() == null) {
      sink.unusable(
          "reservation %s has no start or no duration"
              .formatted(Answers.orUnknown(item.reservedDBInstanceId())));
      return;
    }
    sink.found(
        new Commitment(
            place.accountId(),
            place.region().id(),
            Service.RDS,
            item.reservedDBInstanceId(),
            CommitmentState.of(Answers.orEmpty(item.state())),
            Answers.orUnknown(item.dbInstanceClass()),
            Answers.quantity(item.dbInstanceCount()),
            terms(item),
            item.startTime(),
            item.startTime().plusSeconds(item.duration())));
  }

  private static List<String> terms(ReservedDBInstance item) {
    return Stream.of(
            item.productDescription(),
            Boolean.TRUE.equals(item.multiAZ()) ? "Multi-AZ" : null,
            item.offeringType())
        .flatMap(Stream::ofNullable)
        .toList();
  }
}
