package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.CALLER;
import static dev.riexpiry.aws.Reads.REGION;
import static dev.riexpiry.aws.Reads.holding;
import static dev.riexpiry.aws.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.sweep.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Ec2ReadingTest implements ReadingContract {
  @Override
  public Service service() {
    return Service.EC2;
  }

  @Override
  public AwsService wire() {
    return AwsService.EC2;
  }

  @Override
  public Reservation item(String id) {
    return REGIONAL.with("reservedInstancesId", id);
  }

  @Override
  public int pages() {
    return 1;
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
        "retired",
        false,
        "queued",
        false,
        "queued-deleted",
        false);
  }

  @Override
  public List<String> endMembers() {
    return List.of("end");
  }

  @Override
  public List<String> optionalMembers() {
    return List.of(
        "state",
        "start",
        "instanceType",
        "instanceCount",
        "productDescription",
        "instanceTenancy",
        "offeringType",
        "offeringClass",
        "scope",
        "fixedPrice",
        "duration",
        "recurringCharges",
        "currencyCode");
  }

  private static final Reservation REGIONAL =
      Reservation.ec2(REGION, "ec2-regional", "m5.large", 4, "2026-06-01T09:30:00Z");

  @Test
  void readsARegionalReservationWhichHasNoZone() {
    assertThat(read(holding(REGIONAL), Service.EC2))
        .isEqualTo(
            new Reading(
                List.of(
                    new Commitment(
                        new AccountId(CALLER),
                        REGION,
                        Service.EC2,
                        "ec2-regional",
                        CommitmentState.Known.ACTIVE,
                        new Covered.Resources(
                            "m5.large",
                            4,
                            Unit.INSTANCES,
                            new Scope.Region(REGION),
                            Optional.of("Linux/UNIX"),
                            Optional.of("default"),
                            false),
                        new Offering(Optional.of("No Upfront"), Optional.of("standard")),
                        new Term(
                            Instant.parse("2025-06-01T09:30:00.340Z"),
                            Instant.parse("2026-06-01T09:30:00Z")),
                        Optional.empty(),
                        Label.NONE)),
                List.of(),
                false));
  }

  @Test
  void tellsTheZoneOfAZonalReservation() {
    Reservation zonal =
        REGIONAL.with("scope", "Availability Zone").with("availabilityZone", "us-east-1b");

    assertThat(read(holding(zonal), Service.EC2).commitments())
        .extracting(Commitment::description)
        .containsExactly("4 × m5.large, Linux/UNIX, No Upfront, standard, us-east-1b");
  }

  @Test
  void readsAConvertibleReservation() {
    assertThat(
            read(holding(REGIONAL.with("offeringClass", "convertible")), Service.EC2).commitments())
        .extracting(Commitment::description)
        .containsExactly("4 × m5.large, Linux/UNIX, No Upfront, convertible");
  }

  @Test
  void takesTheEndOfAModifiedReservationAndNotItsStartPlusDuration() {
    Reservation modified =
        REGIONAL.with("start", "2026-02-10T08:00:00.000Z").with("end", "2026-06-01T09:30:00Z");

    assertThat(read(holding(modified), Service.EC2).commitments())
        .extracting(Commitment::end)
        .containsExactly(Instant.parse("2026-06-01T09:30:00Z"));
  }

  @Test
  void namesAReservationWithoutAnEndAndReadsItsNeighbours() {
    Reservation endless = REGIONAL.with("reservedInstancesId", "ec2-endless").without("end");
    Reservation after = REGIONAL.with("reservedInstancesId", "ec2-after");

    Reading reading = read(holding(REGIONAL, endless, after), Service.EC2);

    assertThat(Reads.ids(reading.commitments())).containsExactly("ec2-after", "ec2-regional");
    assertThat(reading.failures())
        .containsExactly(
            new Failure(
                "ec2:DescribeReservedInstances",
                "UnusableAnswer",
                "commitment ec2-endless has no end",
                "look it up in the AWS console; if it repeats, report it as a defect of this program"));
  }

  @Test
  void takesStartPlusDurationForTheEndOfWhatIsQueuedAndTellsNone() {
    Reservation queued =
        REGIONAL.with("state", "queued").with("start", "2026-06-01T09:30:00Z").without("end");

    Reading reading = read(holding(queued), Service.EC2);

    assertThat(reading.failures()).isEmpty();
    assertThat(reading.commitments())
        .extracting(Commitment::end)
        .containsExactly(Instant.parse("2027-06-01T09:30:00Z"));
  }

  @Test
  void readsAnOldAnswerWithoutStartScopeClassAndTenancy() {
    Reservation old =
        REGIONAL
            .without("start", "scope", "offeringClass", "instanceTenancy", "recurringCharges")
            .with("offeringType", "Light Utilization");

    assertThat(read(holding(old), Service.EC2).commitments())
        .extracting(Commitment::description, Commitment::start)
        .containsExactly(
            tuple(
                "4 × m5.large, Linux/UNIX, Light Utilization",
                Instant.parse("2026-06-01T09:30:00Z")));
  }

  @Test
  void reportsAnAnswerOfTheOldestKindWithNeitherStartNorEnd() {
    Reading reading = read(holding(REGIONAL.without("start", "end")), Service.EC2);

    assertThat(reading.commitments()).isEmpty();
    assertThat(reading.failures())
        .extracting(Failure::message)
        .containsExactly("commitment ec2-regional has no end");
  }

  @Test
  void asksOnceForReservationsInEveryState() {
    Reservation retired =
        REGIONAL.with("reservedInstancesId", "ec2-retired").with("state", "retired");
    try (StandIn aws = StandIn.start(holding(REGIONAL, retired));
        AwsClients clients = QuickClients.create()) {
      Reading reading = Reads.signIn(clients, Reads.account(CALLER)).read(REGION, Service.EC2);

      assertThat(Reads.ids(reading.commitments())).containsExactly("ec2-regional", "ec2-retired");
      assertThat(aws.calls())
          .singleElement()
          .extracting(Call::parameters)
          .isEqualTo(Map.of("Action", "DescribeReservedInstances", "Version", "2016-11-15"));
    }
  }

  @Test
  void readsManyReservationsFromTheOneAnswer() {
    Reservation[] many =
        IntStream.range(0, 250)
            .mapToObj(i -> REGIONAL.with("reservedInstancesId", "ec2-" + i))
            .toArray(Reservation[]::new);

    assertThat(read(holding(many), Service.EC2).commitments()).hasSize(250);
  }

  @Test
  void findsNothingInARegionThatHasNothing() {
    assertThat(read(holding(), Service.EC2)).isEqualTo(new Reading(List.of(), List.of(), false));
  }

  @Test
  void addsWhatRecursToTheUpfrontPaymentSpreadOverTheTermForAllInstances() {
    Reservation partial =
        REGIONAL
            .with("fixedPrice", "876.0")
            .with("recurringCharges", List.of(Map.of("frequency", "Hourly", "amount", "0.05")));

    assertThat(read(holding(partial), Service.EC2).commitments())
        .extracting(Commitment::hourlyPrice)
        .containsExactly(Optional.of(new Money(new BigDecimal("0.60"), Optional.of("USD"))));
  }

  @Test
  void readsItsTags() {
    Reservation tagged = REGIONAL.with("tagSet", List.of(Map.of("key", "owner", "value", "web")));

    assertThat(read(holding(tagged), Service.EC2).commitments())
        .extracting(item -> item.label().tags())
        .containsExactly(new TreeMap<>(Map.of("owner", "web")));
  }
}
