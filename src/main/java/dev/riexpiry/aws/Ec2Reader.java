package dev.riexpiry.aws;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Service;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeReservedInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ReservedInstances;

/// EC2 reserved instances. The API has no pages.
///
/// The end is `End` and never `Start` + `Duration`: a modified reservation gets a new start and
/// keeps its duration, and even an unmodified one ends a second before their sum.
final class Ec2Reader implements ServiceReader {
  @Override
  public void read(Place place, Sink sink) {
    DescribeReservedInstancesResponse response =
        place
            .client(Ec2Client.class, Ec2Client::builder)
            .describeReservedInstances(request ->
                request
                    .filters(
                        Filter.builder()
                            .name("state")
                            .values(CommitmentState.Known.ACTIVE.text())
                            .build())
                    .overrideConfiguration(place::sign));
    if (!response.hasReservedInstances()) {
      sink.unusable("the answer holds no list of reserved instances");
    }
    for (ReservedInstances item : response.reservedInstances()) {
      read(place, item, sink);
    }
  }

  private static void read(Place place, ReservedInstances item, Sink sink) {
    if (item.end() == null || item.reservedInstancesId() == null) {
      sink.unusable(
          "reservation %s has no end".formatted(Answers.orUnknown(item.reservedInstancesId())));
      return;
    }
    sink.found(
        new Commitment(
            place.accountId(),
            place.region().id(),
            Service.EC2,
            item.reservedInstancesId(),
            CommitmentState.of(Answers.orEmpty(item.stateAsString())),
            Answers.orUnknown(item.instanceTypeAsString()),
            Answers.quantity(item.instanceCount()),
            terms(item),
            Optional.ofNullable(item.start()).orElse(item.end()),
            item.end()));
  }

  private static List<String> terms(ReservedInstances item) {
    return Stream.of(
            item.productDescriptionAsString(),
            "default".equals(item.instanceTenancyAsString())
                ? null
                : item.instanceTenancyAsString(),
            item.offeringTypeAsString(),
            item.offeringClassAsString(),
            item.availabilityZone())
        .flatMap(Stream::ofNullable)
        .toList();
  }
}
