package dev.riexpiry.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDateTest {
  private static CheckDate on(String date, String zone) {
    return new CheckDate(LocalDate.parse(date), ZoneId.of(zone));
  }

  @ParameterizedTest(name = "{0}: {1}, {2} days left on 2026-05-04")
  @CsvSource({
    "UTC, 2026-05-11, 7",
    "America/Los_Angeles, 2026-05-10, 6",
    "Asia/Tokyo, 2026-05-11, 7",
    "Pacific/Kiritimati, 2026-05-11, 7"
  })
  void theLastDayIsTheOneInTheZone(String zone, String lastDay, long daysLeft) {
    CheckDate checkDate = on("2026-05-04", zone);
    Instant end = Instant.parse("2026-05-11T03:59:59Z");

    assertThat(checkDate.lastDay(end)).isEqualTo(lastDay);
    assertThat(checkDate.daysLeft(end)).isEqualTo(daysLeft);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "UTC, 2026-05-10",
    "America/Los_Angeles, 2026-05-10",
    "Asia/Tokyo, 2026-05-11",
  })
  void todayIsTheOneInTheZone(String zone, String today) {
    assertThat(CheckDate.at(Instant.parse("2026-05-10T20:00:00Z"), ZoneId.of(zone)).date())
        .isEqualTo(today);
  }

  @Test
  void sixPointNineDaysAreSevenCalendarDays() {
    CheckDate checkDate = CheckDate.at(Instant.parse("2026-05-04T06:00:00Z"), ZoneId.of("UTC"));

    assertThat(checkDate.daysLeft(Instant.parse("2026-05-11T03:36:00Z"))).isEqualTo(7);
  }

  @Test
  void aMinuteBeforeMidnightAndAMinuteAfterAreADayApart() {
    CheckDate checkDate = on("2026-05-04", "UTC");

    assertThat(checkDate.daysLeft(Instant.parse("2026-05-04T23:59:59Z"))).isZero();
    assertThat(checkDate.daysLeft(Instant.parse("2026-05-05T00:00:01Z"))).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "UTC, 2026-05-11T00:00:00Z",
    "Asia/Tokyo, 2026-05-10T15:00:00Z",
    "Asia/Kathmandu, 2026-05-10T18:15:00Z"
  })
  void anEndAtMidnightBelongsToTheDayBeforeAndAStartToItsOwn(String zone, Instant midnight) {
    CheckDate checkDate = on("2026-05-10", zone);

    assertThat(checkDate.lastDay(midnight)).isEqualTo("2026-05-10");
    assertThat(checkDate.daysLeft(midnight)).isZero();
    assertThat(checkDate.daysLeft(midnight.plusNanos(1))).isEqualTo(1);
    assertThat(checkDate.firstDay(midnight)).isEqualTo("2026-05-11");
    assertThat(checkDate.daysSince(midnight)).isEqualTo(-1);
  }

  @Test
  void whatEndedYesterdayHasMinusOneDayLeft() {
    assertThat(on("2026-05-04", "UTC").daysLeft(Instant.parse("2026-05-03T23:59:59Z")))
        .isEqualTo(-1);
  }

  @Test
  void aDayOfTwentyThreeHoursIsADay() {
    CheckDate beforeTheClocksGoForward = on("2026-03-28", "Europe/Berlin");

    assertThat(beforeTheClocksGoForward.daysLeft(Instant.parse("2026-03-29T21:59:59Z")))
        .isEqualTo(1);
    assertThat(beforeTheClocksGoForward.daysLeft(Instant.parse("2026-03-29T22:00:01Z")))
        .isEqualTo(2);
  }

  @Test
  void aDayOfTwentyFiveHoursIsADay() {
    CheckDate beforeTheClocksGoBack = on("2026-10-31", "America/Los_Angeles");

    assertThat(beforeTheClocksGoBack.daysLeft(Instant.parse("2026-11-02T07:59:59Z"))).isEqualTo(1);
    assertThat(beforeTheClocksGoBack.daysLeft(Instant.parse("2026-11-02T08:00:01Z"))).isEqualTo(2);
  }

  @Test
  void theTwentyNinthOfFebruaryIsADay() {
    assertThat(on("2028-02-28", "UTC").daysLeft(Instant.parse("2028-03-01T00:00:01Z")))
        .isEqualTo(2);
  }
}
