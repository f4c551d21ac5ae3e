package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.holding;
import static dev.riexpiry.aws.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.Sold;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.sweep.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;

class SavingsPlansReadingTest implements ReadingContract {
  @Override
  public Service service() {
    return Service.SAVINGS_PLANS;
  }

  @Override
  public AwsService wire() {
    return AwsService.SAVINGS_PLANS;
  }

  @Override
  public Reservation item(String id) {
    return Sold.savingsPlan(id, "2025-05-11T08:00:00Z", "2026-05-11T08:00:00Z");
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
        false,
        "pending-return",
        true,
        "returned",
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
        "savingsPlanType",
        "paymentOption",
        "currency",
        "commitment",
        "description",
        "savingsPlanArn",
        "tags",
        "termDurationInSeconds");
  }

  @Test
  void readsAComputePlan() {
    Commitment one = read(holding(item("one")), service()).commitments().getFirst();

    assertThat(one.covered())
        .isEqualTo(
            new Covered.Spend(
                "Compute",
                Optional.of(new Money(BigDecimal.TEN, Optional.of("USD"))),
                Optional.empty(),
                new Scope.Global()));
    assertThat(one.offering()).isEqualTo(new Offering(Optional.of("No Upfront"), Optional.empty()));
    assertThat(one.hourlyPrice()).contains(new Money(new BigDecimal("10"), Optional.of("USD")));
    assertThat(one.label())
        .isEqualTo(
            new Label(
                Optional.empty(),
                Optional.of("arn:aws:savingsplans::000000000000:savingsplan/one"),
                Map.of("owner", "finance")));
    assertThat(one.start()).isEqualTo(Instant.parse("2025-05-11T08:00:00Z"));
    assertThat(one.end()).isEqualTo(Instant.parse("2026-05-11T08:00:00Z"));
    assertThat(one.description())
        .isEqualTo("Compute Savings Plan of 10.00 USD an hour, No Upfront");
  }

  @Test
  void readsAPlanThatIsBoundToAFamilyInARegion() {
    Reservation bound =
        item("one")
            .with("savingsPlanType", "EC2Instance")
            .with("region", "eu-west-1")
            .with("ec2InstanceFamily", "m5")
            .with("description", "web");

    assertThat(read(holding(bound), service()).commitments())
        .extracting(
            Commitment::description, item -> item.covered().scope(), item -> item.label().name())
        .containsExactly(
            tuple(
                "EC2Instance Savings Plan of 10.00 USD an hour, m5, eu-west-1, No Upfront",
                new Scope.Region("eu-west-1"),
                Optional.of("web")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SageMaker", "Database", "SomethingNew"})
  void readsAPlanOfAnyType(String type) {
    assertThat(read(holding(item("one").with("savingsPlanType", type)), service()).commitments())
        .extracting(item -> item.covered().kind())
        .containsExactly(type + " Savings Plan");
  }

  @Test
  void takesTheEndAndNotTheStartPlusTheTerm() {
    assertThat(
            read(holding(item("one").with("end", "2026-05-12T07:59:59.000Z")), service())
                .commitments())
        .extracting(Commitment::end)
        .containsExactly(Instant.parse("2026-05-12T07:59:59Z"));
  }

  @Test
  void namesAPlanWhoseEndIsNoTime() {
    assertThat(read(holding(item("one").with("end", "soon")), service()).failures())
        .extracting(Failure::message)
        .containsExactly("commitment one has an end that is no time: soon");
  }

  @Test
  void asksInTheOneRegionThatAnswersForAll() {
    try (StandIn aws = StandIn.start(holding(item("one")));
        AwsClients clients = QuickClients.in(Region.EU_WEST_1)) {
      Reading reading =
          Reads.signIn(clients, Reads.account(Reads.CALLER)).read(Service.GLOBAL, service());

      assertThat(Reads.ids(reading.commitments())).containsExactly("one");
      assertThat(aws.calls()).extracting(Call::region).containsExactly("us-east-1");
    }
  }
}
