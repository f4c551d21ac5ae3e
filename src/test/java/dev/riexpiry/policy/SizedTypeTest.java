package dev.riexpiry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizedTypeTest {
  @ParameterizedTest(name = "{0}: {2} of {1}")
  @CsvSource({
    "t3.nano, t3, 0.25",
    "t3.micro, t3, 0.5",
    "t3.small, t3, 1",
    "t3.medium, t3, 2",
    "m5.large, m5, 4",
    "m5.xlarge, m5, 8",
    "m5.2xlarge, m5, 16",
    "c5.9xlarge, c5, 72",
    "c5.18xlarge, c5, 144",
    "m7i-flex.12xlarge, m7i-flex, 96",
    "x1e.32xlarge, x1e, 256",
    "u-12tb1.112xlarge, u-12tb1, 896",
    "db.r6g.large, db.r6g, 4",
    "db.t4g.micro, db.t4g, 0.5",
    "db.r5.24xlarge, db.r5, 192"
  })
  void countsAsTheTablesOfAwsDo(String type, String family, String units) {
    SizedType sized = SizedType.parse(type).orElseThrow();

    assertThat(sized.family()).isEqualTo(family);
    assertThat(sized.normalizedUnits()).isEqualByComparingTo(units);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m5.metal",
        "m7i.metal-24xl",
        "db.r5.large.tpc1.mem2x",
        "m5.0xlarge",
        "m5.huge",
        "m5",
        ".large",
        "",
        "(unknown)"
      })
  void doesNotGuessTheSizeOfWhatHasNoFactor(String type) {
    assertThat(SizedType.parse(type)).isEmpty();
  }
}
