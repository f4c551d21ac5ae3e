package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
  @ParameterizedTest
  @CsvSource({
    "2026-05-04, 2026-W19, true, 2026-05, false",
    "2026-05-10, 2026-W19, false, 2026-05, false",
    "2026-06-01, 2026-W23, true, 2026-06, true",
    "2027-01-01, 2026-W53, false, 2027-01, true",
    "2024-12-30, 2025-W01, true, 2024-12, false"
  })
  void weeksAreThoseOfIsoAndMonthsThoseOfTheCalendar(
      LocalDate day, String week, boolean monday, String month, boolean first) {
    assertThat(Cadence.WEEKLY.period(day)).isEqualTo(week);
    assertThat(Cadence.WEEKLY.beginsOn(day)).isEqualTo(monday);
    assertThat(Cadence.MONTHLY.period(day)).isEqualTo(month);
    assertThat(Cadence.MONTHLY.beginsOn(day)).isEqualTo(first);
    assertThat(Cadence.OFF.beginsOn(day)).isFalse();
  }

  @Test
  void itsWordsAreThoseOfTheSettings() {
    assertThat(Cadence.ids()).containsExactly("off", "weekly", "monthly");
    assertThat(Cadence.of("daily")).isEmpty();
  }
}
