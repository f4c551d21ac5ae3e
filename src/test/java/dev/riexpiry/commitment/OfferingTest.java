package dev.riexpiry.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferingTest {
  @ParameterizedTest
  @CsvSource({
    "No Upfront, No Upfront",
    "NO_UPFRONT, No Upfront",
    "NoUpfront, No Upfront",
    "PARTIAL_UPFRONT, Partial Upfront",
    "AllUpfront, All Upfront",
    "Heavy Utilization, Heavy Utilization"
  })
  void spellsAPaymentOptionInOneWay(String said, String spelled) {
    assertThat(new Offering(Optional.of(said), Optional.empty()).payment()).contains(spelled);
  }
}
