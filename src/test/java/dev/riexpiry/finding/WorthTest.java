package dev.riexpiry.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.commitment.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorthTest {
  @Test
  void ofAPriceOnlyTheCostOf730HoursIsKnownAndNothingElseIsZero() {
    assertThat(Worth.ofPrice(new Money(new BigDecimal("0.0556"), Optional.of("USD"))))
        .isEqualTo(
            new Worth(
                Optional.of("USD"),
                Optional.of(new BigDecimal("40.59")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }
}
