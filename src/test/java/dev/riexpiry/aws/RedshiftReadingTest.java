package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.REGION;
import static dev.riexpiry.aws.Reads.holding;
import static dev.riexpiry.aws.Reads.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Unit;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.Sold;
import dev.riexpiry.sweep.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedshiftReadingTest implements ReadingContract {
  @Override
  public Service service() {
    return Service.REDSHIFT;
  }

  @Override
  public AwsService wire() {
    return AwsService.REDSHIFT;
  }

  @Override
  public Reservation item(String id) {
    return Sold.redshift(REGION, id, "2025-05-11T08:00:00Z");
  }

  @Override
  public Map<String, Boolean> states() {
    return Map.of(
        "active",
        true,
        "pending-payment",
        false,
        "payment-failed",
        false,
        "retired",
        false,
        "exchanging",
        true);
  }

  @Override
  public List<String> endMembers() {
    return List.of("StartTime", "Duration");
  }

  @Override
  public List<String> optionalMembers() {
    return List.of(
        "State",
        "NodeType",
        "NodeCount",
        "OfferingType",
        "RecurringCharges",
        "FixedPrice",
        "CurrencyCode",
        "ReservedNodeOfferingType");
  }

  @Test
  void readsWhatItCoversAndCosts() {
    Commitment one = read(holding(item("one")), service()).commitments().getFirst();

    assertThat(one.covered())
        .isEqualTo(
            new Covered.Resources(
                "ra3.xlplus",
                2,
                Unit.NODES,
                new Scope.Region(REGION),
                Optional.empty(),
                Optional.empty(),
                false));
    assertThat(one.offering())
        .isEqualTo(new Offering(Optional.of("All Upfront"), Optional.of("Regular")));
    assertThat(one.hourlyPrice()).contains(new Money(new BigDecimal("0.20"), Optional.of("USD")));
    assertThat(one.label()).isEqualTo(Label.NONE);
    assertThat(one.start()).isEqualTo(Instant.parse("2025-05-11T08:00:00Z"));
    assertThat(one.end()).isEqualTo(Instant.parse("2026-05-11T08:00:00Z"));
    assertThat(one.description()).isEqualTo("2 × ra3.xlplus, All Upfront, Regular");
  }

  /// As a sample of 2013 in AWS's documentation has it: the SDK cannot parse an empty number.
  @Test
  void saysThatItCannotReadAnswersWhosePricesAreEmpty() {
    Reading reading =
        read(holding(item("one").with("FixedPrice", "").with("UsagePrice", "")), service());

    assertThat(reading.commitments()).isEmpty();
    assertThat(reading.failures()).extracting(Failure::code).containsExactly("UnreadableAnswer");
  }
}
