package dev.riexpiry.payer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-26T00:00:00Z, 2026-10-25, 2026-11-23",
    "2026-11-26T23:59:59Z, 2026-10-25, 2026-11-23",
    "2026-03-01T06:00:00Z, 2026-01-28, 2026-02-26",
    "2028-03-02T06:00:00Z, 2028-01-30, 2028-02-28",
  })
  void isThirtyWholeDaysThatEndTwoDaysAgo(Instant now, String from, String to) {
    Window window = Window.before(now);

    assertThat(window.from()).isEqualTo(from);
    assertThat(window.to()).isEqualTo(to);
    assertThat(Duration.between(window.begin(), window.end())).isEqualTo(Duration.ofDays(30));
  }
}
