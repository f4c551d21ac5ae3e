package dev.riexpiry.aws;

import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Unit;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeReservedInstancesResponse;
import software.amazon.awssdk.services.ec2.model.RecurringCharge;
import software.amazon.awssdk.services.ec2.model.ReservedInstances;
import software.amazon.awssdk.services.ec2.model.Tag;

/// Lists EC2 reserved instances, in every state: the documented values of the filter on states are
/// not all states. The API has no pages.
///
/// The end is `End` and never `Start` + `Duration`: a modified reservation gets a new start and
/// keeps its duration, and even an unmodified one ends a second before their sum.
final class Ec2Reader implements ServiceReader {
  @Override
  public ServiceMetadata metadata() {
    return Ec2Client.serviceMetadata();
  }

  @Override
  public void read(RegionalAccount at, Sink sink) {
    DescribeReservedInstancesResponse response =
        at.client(Ec2Client.class, Ec2Client::builder)
            .describeReservedInstances(request -> request.overrideConfiguration(at::sign));
    if (!response.hasReservedInstances()) {
      sink.unusable("the answer holds no list of reserved instances");
    }
    for (ReservedInstances item : response.reservedInstances()) {
      read(at, item, sink);
    }
  }

  private static void read(RegionalAccount at, ReservedInstances item, Sink sink) {
    ListedCommitment.ending(
            at,
            Service.EC2,
            item.reservedInstancesId(),
            item.stateAsString(),
            item.start(),
            end(item))
        .offerTo(
            sink,
            covered(at, item),
            new Offering(
                OptionalMembers.text(item.offeringTypeAsString()),
                OptionalMembers.text(item.offeringClassAsString())),
            price(item),
            Label.of(OptionalMembers.tags(item.tags(), Tag::key, Tag::value)));
  }

  /// The end of a reservation. Only a queued one may lack it and still make sense: its term has not
  /// begun, and nothing can have changed it.
  private static @Nullable Instant end(ReservedInstances item) {
    boolean queued = CommitmentState.Known.QUEUED.text().equals(item.stateAsString());
    return item.end() != null || !queued || item.start() == null || item.duration() == null
        ? item.end()
        : item.start().plusSeconds(item.duration());
  }

  /// The instances that a reservation covers. An old one does not give its scope, but has a zone
  /// only if it is bound to it.
  private static Covered covered(RegionalAccount at, ReservedInstances item) {
    return new Covered.Resources(
        OptionalMembers.orUnknown(item.instanceTypeAsString()),
        OptionalMembers.quantity(item.instanceCount()),
        Unit.INSTANCES,
        at.scope(item.availabilityZone()),
        OptionalMembers.text(item.productDescriptionAsString()),
        OptionalMembers.text(item.instanceTenancyAsString()),
        false);
  }

  private static Optional<Money> price(ReservedInstances item) {
    return Prices.hourly(
        OptionalMembers.quantity(item.instanceCount()),
        item.fixedPrice(),
        item.duration(),
        Prices.recurring(
            item.recurringCharges(), RecurringCharge::amount, RecurringCharge::frequencyAsString),
        item.currencyCodeAsString());
  }
}
