package dev.riexpiry.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeForReadingTest {
  @ParameterizedTest
  @CsvSource({"900, 855", "180, 135", "60, 45", "0, 0"})
  void leavesEnoughToPublish(long remaining, long forReading) {
    assertThat(Invocation.forReading(Duration.ofSeconds(remaining)))
        .isEqualTo(Duration.ofSeconds(forReading));
  }

  @ParameterizedTest
  @CsvSource({"45, 40", "8, 6", "0, 0"})
  void leavesEnoughToEndAfterTheReportIsWritten(long remaining, long forWriting) {
    assertThat(Invocation.forWriting(Duration.ofSeconds(remaining)))
        .isEqualTo(Duration.ofSeconds(forWriting));
  }

  @ParameterizedTest
  @CsvSource({"900, 880", "180, 160", "45, 40", "0, 0"})
  void leavesEnoughToReportAfterSending(long remaining, long forSending) {
    assertThat(Invocation.forSending(Duration.ofSeconds(remaining)))
        .isEqualTo(Duration.ofSeconds(forSending));
  }
}
