package dev.riexpiry.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "10, 10.00 USD",
    "1E+3, 1000.00 USD",
    "0.0556, 0.0556 USD",
    "0.50000000, 0.50 USD",
    "0, 0.00 USD"
  })
  void hasTwoDecimalsAtLeastAndNoZerosBehindThem(BigDecimal amount, String text) {
    assertThat(new Money(amount, Optional.of("USD"))).hasToString(text);
  }
}
