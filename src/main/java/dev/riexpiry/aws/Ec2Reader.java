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

/// EC2 reserved instances, in every state: the documented values of the filter on states are not
/// all states. The API has no pages.
///
/// The end is `End` and never `Start` + `Duration`: a modified reservation gets a new start and
/// keeps its duration, and even an unmodified one ends a second before their sum.
final class Ec2Reader implements ServiceReader {
  @Override
  public ServiceMetadata metadata() {
    return Ec2Client.serviceMetadata();
  }

  @Override
  public void read(Place place, Sink sink) {
    DescribeReservedInstancesResponse response =
        place
            .client(Ec2Client.class, Ec2Client::builder)
            .describeReservedInstances(request -> request.overrideConfiguration(place::sign));
    if (!response.hasReservedInstances()) {
      sink.unusable("the answer holds no list of reserved instances");
    }
    for (ReservedInstances item : response.reservedInstances()) {
      read(place, item, sink);
    }
  }

  private static void read(Place place, ReservedInstances item, Sink sink) {
    Item.ending(
            place,
            Service.EC2,
            item.reservedInstancesId(),
            item.stateAsString(),
            item.start(),
            end(item))
        .tell(
            sink,
            covered(place, item),
            new Offering(
                Answers.optional(item.offeringTypeAsString()),
                Answers.optional(item.offeringClassAsString())),
            price(item),
            Label.of(Answers.tags(item.tags(), Tag::key, Tag::value)));
  }

  /// Only what is queued may be without an end and still make sense: its term has not begun, and
  /// nothing can have changed it.
  private static @Nullable Instant end(ReservedInstances item) {
    boolean queued = CommitmentState.Known.QUEUED.text().equals(item.stateAsString());
    return item.end() != null || !queued || item.start() == null || item.duration() == null
        ? item.end()
        : item.start().plusSeconds(item.duration());
  }

  /// Old reservations do not say their scope, but a zone they have only if they are bound to it.
  private static Covered covered(Place place, ReservedInstances item) {
    return new Covered.Resources(
        Answers.orUnknown(item.instanceTypeAsString()),
        Answers.quantity(item.instanceCount()),
        Unit.INSTANCES,
        place.scope(item.availabilityZone()),
        Answers.optional(item.productDescriptionAsString()),
        Answers.optional(item.instanceTenancyAsString()),
        false);
  }

  private static Optional<Money> price(ReservedInstances item) {
    return Prices.hourly(
        Answers.quantity(item.instanceCount()),
        item.fixedPrice(),
        item.duration(),
        Prices.recurring(
            item.recurringCharges(), RecurringCharge::amount, RecurringCharge::frequencyAsString),
        item.currencyCodeAsString());
  }
}
