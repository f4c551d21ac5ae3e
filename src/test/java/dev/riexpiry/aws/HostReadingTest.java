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
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.Sold;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostReadingTest implements ReadingContract {
  @Override
  public Service service() {
    return Service.EC2_HOST;
  }

  @Override
  public AwsService wire() {
    return AwsService.EC2;
  }

  @Override
  public Reservation item(String id) {
    return Sold.host(REGION, id, "2025-05-11T08:00:00Z", "2026-05-11T08:00:00Z");
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
    return List.of("end");
  }

  @Override
  public List<String> optionalMembers() {
    return List.of(
        "state",
        "start",
        "instanceFamily",
        "count",
        "paymentOption",
        "hourlyPrice",
        "upfrontPrice",
        "currencyCode",
        "duration",
        "tagSet",
        "hostIdSet");
  }

  @Test
  void readsWhatItCoversAndCosts() {
    Commitment one = read(holding(item("one")), service()).commitments().getFirst();

    assertThat(one.covered())
        .isEqualTo(
            new Covered.Resources(
                "m5",
                1,
                Unit.HOSTS,
                new Scope.Region(REGION),
                Optional.empty(),
                Optional.empty(),
                false));
    assertThat(one.offering())
        .isEqualTo(new Offering(Optional.of("Partial Upfront"), Optional.empty()));
    assertThat(one.hourlyPrice()).contains(new Money(new BigDecimal("1.599"), Optional.of("USD")));
    assertThat(one.label())
        .isEqualTo(new Label(Optional.empty(), Optional.empty(), Map.of("owner", "media")));
    assertThat(one.start()).isEqualTo(Instant.parse("2025-05-11T08:00:00Z"));
    assertThat(one.end()).isEqualTo(Instant.parse("2026-05-11T08:00:00Z"));
    assertThat(one.description()).isEqualTo("1 × m5, Partial Upfront");
  }
}
