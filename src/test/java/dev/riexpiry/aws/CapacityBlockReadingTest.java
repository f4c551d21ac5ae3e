package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.REGION;
import static dev.riexpiry.aws.Reads.holding;
import static dev.riexpiry.aws.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.Sold;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CapacityBlockReadingTest implements ReadingContract {
  @Override
  public Service service() {
    return Service.EC2_CAPACITY_BLOCK;
  }

  @Override
  public AwsService wire() {
    return AwsService.EC2;
  }

  @Override
  public Reservation item(String id) {
    return Sold.capacityBlock(REGION, id, "2025-05-11T08:00:00Z", "2025-05-18T08:00:00Z");
  }

  @Override
  public String stateMember() {
    return "state";
  }

  @Override
  public Map<String, Boolean> states() {
    return Map.of(
        "active",
        true,
        "payment-pending",
        false,
        "payment-failed",
        false,
        "expired",
        false,
        "cancelled",
        false,
        "scheduled",
        false,
        "failed",
        false);
  }

  @Override
  public List<String> endMembers() {
    return List.of("endDate");
  }

  @Override
  public List<String> optionalMembers() {
    return List.of("state", "startDate", "createDate", "availabilityZone", "tagSet");
  }

  @Test
  void readsWhenItEndsAndWhere() {
    Commitment one = read(holding(item("one")), service()).commitments().getFirst();

    assertThat(one.covered())
        .isEqualTo(
            new Covered.Resources(
                "Capacity Block",
                1,
                Unit.BLOCKS,
                new Scope.Zone("us-east-1a"),
                Optional.empty(),
                Optional.empty(),
                false));
    assertThat(one.offering()).isEqualTo(Offering.UNKNOWN);
    assertThat(one.hourlyPrice()).isEmpty();
    assertThat(one.label())
        .isEqualTo(new Label(Optional.empty(), Optional.empty(), Map.of("owner", "research")));
    assertThat(one.start()).isEqualTo(Instant.parse("2025-05-11T08:00:00Z"));
    assertThat(one.end()).isEqualTo(Instant.parse("2025-05-18T08:00:00Z"));
    assertThat(one.description()).isEqualTo("1 × Capacity Block, us-east-1a");
  }

  @Test
  void takesAStateWithoutADocumentedMeaningForLive() {
    assertThat(read(holding(item("one").with("state", "unavailable")), service()).commitments())
        .extracting(item -> item.state().live())
        .containsExactly(true);
  }
}
