package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyTest {
  @ParameterizedTest
  @CsvSource({"0, HIGH", "7, HIGH", "8, MEDIUM", "30, MEDIUM", "31, NONE", "3650, NONE"})
  void growsAsTheEndComesNear(int daysLeft, Urgency urgency) {
    assertThat(Urgency.of(daysLeft)).isEqualTo(urgency);
  }

  @Test
  void isRedThenYellowThenPlainAndSwitchedOffBehind() {
    assertThat(Urgency.HIGH.paint("x")).startsWith("\u001B[1m\u001B[31mx").endsWith("m");
    assertThat(Urgency.MEDIUM.paint("x")).startsWith("\u001B[33mx").endsWith("m");
    assertThat(Urgency.NONE.paint("x")).isEqualTo("x");
  }
}
