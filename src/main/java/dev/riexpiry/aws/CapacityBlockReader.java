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

/// Lists EC2 Capacity Blocks, 1,000 a page, in every state. The answer gives neither instance type
/// nor price: those are in the capacity reservations of a block.
final class CapacityBlockReader implements ServiceReader {
  private static final int PAGE = 1000;

  @Override
  public ServiceMetadata metadata() {
    return Ec2Client.serviceMetadata();
  }

  @Override
  public void read(RegionalAccount at, Sink sink) {
    new Pages<>(
            at.client(Ec2Client.class, Ec2Client::builder)
                .describeCapacityBlocksPaginator(
                    request -> request.maxResults(PAGE).overrideConfiguration(at::sign)),
            DescribeCapacityBlocksResponse::nextToken)
        .read(
            DescribeCapacityBlocksResponse::hasCapacityBlocks,
            DescribeCapacityBlocksResponse::capacityBlocks,
            "capacity blocks",
            sink,
            item -> read(at, item, sink));
  }

  private static void read(RegionalAccount at, CapacityBlock item, Sink sink) {
    ListedCommitment.ending(
            at,
            Service.EC2_CAPACITY_BLOCK,
            item.capacityBlockId(),
            item.stateAsString(),
            item.startDate(),
            item.endDate())
        .offerTo(
            sink,
            Covered.Resources.of(
                OptionalMembers.text(item.ultraserverType()).orElse(Unit.BLOCKS.kind()),
                1,
                Unit.BLOCKS,
                at.scope(item.availabilityZone())),
            Offering.UNKNOWN,
            Optional.empty(),
            Label.of(OptionalMembers.tags(item.tags(), Tag::key, Tag::value)));
  }
}
