package dev.riexpiry.aws;

import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Unit;
import java.util.Optional;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CapacityBlock;
import software.amazon.awssdk.services.ec2.model.DescribeCapacityBlocksResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

/// EC2 Capacity Blocks, 1,000 a page, in every state. The answer tells neither instance type nor
/// price: those stand in the capacity reservations of a block.
final class CapacityBlockReader implements ServiceReader {
  private static final int PAGE = 1000;

  @Override
  public ServiceMetadata metadata() {
    return Ec2Client.serviceMetadata();
  }

  @Override
  public void read(Place place, Sink sink) {
    new Pages<>(
            place
                .client(Ec2Client.class, Ec2Client::builder)
                .describeCapacityBlocksPaginator(
                    request -> request.maxResults(PAGE).overrideConfiguration(place::sign)))
        .read(
            DescribeCapacityBlocksResponse::hasCapacityBlocks,
            DescribeCapacityBlocksResponse::capacityBlocks,
            "capacity blocks",
            sink,
            item -> read(place, item, sink));
  }

  private static void read(Place place, CapacityBlock item, Sink sink) {
    Item.ending(
            place,
            Service.EC2_CAPACITY_BLOCK,
            item.capacityBlockId(),
            item.stateAsString(),
            item.startDate(),
            item.endDate())
        .tell(
            sink,
            Covered.Resources.of(
                Answers.optional(item.ultraserverType()).orElse(Unit.BLOCKS.kind()),
                1,
                Unit.BLOCKS,
                place.scope(item.availabilityZone())),
            Offering.UNKNOWN,
            Optional.empty(),
            Label.of(Answers.tags(item.tags(), Tag::key, Tag::value)));
  }
}
