package dev.riexpiry.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommitmentTest {
  private static final Scope REGION = new Scope.Region("us-east-1");
  private static final Offering STANDARD =
      new Offering(Optional.of("No Upfront"), Optional.of("standard"));

  private static Commitment of(String id, Covered covered, Offering offering) {
    return new Commitment(
        new AccountId("222233334444"),
        "us-east-1",
        Service.EC2,
        id,
        CommitmentState.Known.ACTIVE,
        covered,
        offering,
        new Term(Instant.parse("2025-05-11T04:00:00Z"), Instant.parse("2026-05-11T03:59:59Z")),
        Optional.empty(),
        Label.NONE);
  }

  private static Covered.Resources instances(int quantity) {
    return resources(quantity, REGION, Optional.of("Linux/UNIX"), "default", false);
  }

  private static Covered.Resources resources(
      int quantity, Scope scope, Optional<String> platform, String tenancy, boolean multiAz) {
    return new Covered.Resources(
        "m5.large", quantity, Unit.INSTANCES, scope, platform, Optional.of(tenancy), multiAz);
  }

  @Test
  void describesItselfInOneLine() {
    assertThat(of("r-1", instances(4), STANDARD).description())
        .isEqualTo("4 × m5.large, Linux/UNIX, No Upfront, standard");
  }

  @Test
  void describesItselfWithEverythingThatTellsItApart() {
    assertThat(
            of(
                    "r-1",
                    resources(
                        4, new Scope.Zone("us-east-1b"), Optional.of("Windows"), "dedicated", true),
                    STANDARD)
                .description())
        .isEqualTo("4 × m5.large, Windows, dedicated, Multi-AZ, No Upfront, standard, us-east-1b");
  }

  @Test
  void describesItselfWithoutTerms() {
    assertThat(
            of("r-1", resources(1, REGION, Optional.empty(), "default", false), Offering.UNKNOWN)
                .description())
        .isEqualTo("1 × m5.large");
  }

  @Test
  void describesASavingsPlanByItsHourlyCommitment() {
    Optional<Money> hourly = Optional.of(new Money(new BigDecimal("5.000"), Optional.of("USD")));

    assertThat(
            of(
                    "sp-1",
                    new Covered.Spend("Compute", hourly, Optional.empty(), new Scope.Global()),
                    new Offering(Optional.of("All Upfront"), Optional.empty()))
                .description())
        .isEqualTo("Compute Savings Plan of 5.00 USD an hour, All Upfront");
    assertThat(
            of(
                    "sp-1",
                    new Covered.Spend("EC2Instance", hourly, Optional.of("m5"), REGION),
                    Offering.UNKNOWN)
                .description())
        .isEqualTo("EC2Instance Savings Plan of 5.00 USD an hour, m5, us-east-1");
    assertThat(
            of(
                    "sp-1",
                    new Covered.Spend(
                        "Database", Optional.empty(), Optional.empty(), new Scope.Global()),
                    Offering.UNKNOWN)
                .description())
        .isEqualTo("Database Savings Plan");
  }

  @Test
  void refusesABlankId() {
    assertThatThrownBy(() -> of(" ", instances(1), STANDARD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id is blank");
  }

  @Test
  void refusesAQuantityOfNothing() {
    assertThatThrownBy(() -> instances(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("quantity is less than 1: 0");
  }
}
