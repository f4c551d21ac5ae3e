package dev.riexpiry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Lapsed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LapsePolicyTest {
  private static LapsePolicy policy(String zone, int days) {
    return new LapsePolicy(
        new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of(zone)), new LapseWindow(days));
  }

  private static final LapsePolicy POLICY = policy("UTC", 7);

  private static Commitment ended(String end, CommitmentState state) {
    return Sample.ec2(Sample.WEB, "r-1", end, state);
  }

  @ParameterizedTest(name = "ended {0}, {1}, window {2}: {3} days ago")
  @CsvSource({
    "2026-05-03T23:59:59Z, UTC, 7, 1",
    "2026-05-03T00:00:00Z, UTC, 7, 1",
    "2026-04-27T00:00:00Z, UTC, 7, 7",
    "2026-05-02T12:00:00Z, UTC, 2, 2",
    "2026-05-04T03:59:59Z, America/New_York, 7, 1",
    "2026-04-26T23:30:00Z, Europe/Berlin, 7, 7"
  })
  void tellsOfWhatEndedWithinTheWindowCountedInCalendarDays(
      String end, String zone, int window, int daysAgo) {
    Commitment commitment = ended(end, Known.RETIRED);

    assertThat(policy(zone, window).lapsed(List.of(commitment)))
        .containsExactly(new Lapsed(commitment, daysAgo));
    assertThat(policy(zone, window).concerns(commitment)).isTrue();
  }

  @ParameterizedTest(name = "ended {0}, {1}, window {2}")
  @CsvSource({
    "2026-05-04T00:00:00Z, UTC, 7",
    "2026-05-11T03:59:59Z, UTC, 7",
    "2026-04-26T23:59:59Z, UTC, 7",
    "2026-05-01T23:59:59Z, UTC, 2",
    "2026-05-04T03:59:59Z, UTC, 7",
    "2026-05-03T12:00:00Z, UTC, 0"
  })
  void isSilentOnTheLastDayAfterTheWindowAndWhenSwitchedOff(String end, String zone, int window) {
    Commitment commitment = ended(end, Known.RETIRED);

    assertThat(policy(zone, window).lapsed(List.of(commitment))).isEmpty();
    assertThat(policy(zone, window).concerns(commitment)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"ACTIVE", "EXCHANGING", "PENDING_RETURN", "RETIRED", "EXPIRED"})
  void anEndThatHasPassedCountsMoreThanAStateThatIsLate(Known state) {
    assertThat(POLICY.lapsed(List.of(ended("2026-05-03T12:00:00Z", state)))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ACTIVE", "EXCHANGING", "PENDING_RETURN", "RETIRED", "EXPIRED"})
  void whatNeverBeganOrWasGivenBackDoesNotLapse(Known state) {
    assertThat(POLICY.lapsed(List.of(ended("2026-05-03T12:00:00Z", state)))).isEmpty();
  }

  @Test
  void aStateThatIsNotKnownLapses() {
    assertThat(
            POLICY.lapsed(
                List.of(ended("2026-05-03T12:00:00Z", new CommitmentState.Unknown("archived")))))
        .hasSize(1);
  }

  @Test
  void aCapacityBlockEndsWithItsInstancesAndDoesNotLapse() {
    assertThat(
            POLICY.lapsed(
                List.of(
                    SuccessionSample.of(
                            "cr-1", Known.EXPIRED, "2026-04-20T11:30:00Z", "2026-05-03T11:30:00Z")
                        .service(Service.EC2_CAPACITY_BLOCK)
                        .commitment())))
        .isEmpty();
  }

  @Test
  void whatWasSoldOrNotPaidForAndStillEndsInTheFutureHasNotLapsed() {
    assertThat(POLICY.lapsed(List.of(ended("2026-11-04T12:00:00Z", Known.RETIRED)))).isEmpty();
  }

  @Test
  void aServiceThatTellsADurationLapsesAtItsEnd() {
    Commitment db = Sample.rds(Sample.DATA, "db-1", "2026-05-02T00:00:00Z");

    assertThat(POLICY.lapsed(List.of(db))).containsExactly(new Lapsed(db, 2));
  }

  @Test
  void listsTheLatestEndFirstThenByAccountRegionServiceAndId() {
    Commitment early = Sample.rds(Sample.TOOLS, "a", "2026-04-28T00:00:00Z");
    Commitment data = Sample.rds(Sample.DATA, "a", "2026-05-02T00:00:00Z");
    Commitment web = Sample.rds(Sample.WEB, "b", "2026-05-02T00:00:00Z");
    Commitment webToo = Sample.rds(Sample.WEB, "c", "2026-05-02T00:00:00Z");
    Commitment late = Sample.rds(Sample.WEB, "a", "2026-05-02T06:00:00Z");

    assertThat(POLICY.lapsed(List.of(early, data, webToo, late, web)))
        .extracting(Lapsed::commitment)
        .containsExactly(late, web, webToo, data, early);
  }

  @Test
  void keepsFewOfThoseThatMaySucceedOne() {
    assertThat(POLICY.concerns(starting("2026-05-03T12:00:00Z"))).isTrue();
    assertThat(POLICY.concerns(starting("2026-05-04T00:00:02Z"))).isTrue();
    assertThat(POLICY.concerns(starting("2026-04-26T23:59:58Z"))).isTrue();
    assertThat(POLICY.concerns(starting("2026-04-25T23:59:58Z"))).isFalse();
    assertThat(POLICY.concerns(starting("2026-05-05T00:00:00Z"))).isFalse();
    assertThat(policy("UTC", 0).concerns(starting("2026-05-04T00:00:00Z"))).isFalse();
    assertThat(POLICY.concerns(Sample.rds(Sample.WEB, "db-1", "2027-05-03T00:00:00Z"))).isFalse();
  }

  private static Commitment starting(String start) {
    return SuccessionSample.of("r-2", Known.ACTIVE, start, "2027-02-01T00:00:00Z").commitment();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 61})
  void aWindowIsFromNoDayToSixtyDays(int days) {
    assertThatThrownBy(() -> new LapseWindow(days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(days + " is not from 0 to 60");
  }

  @Test
  void doesNotCallLapsedWhatHasADayLeft() {
    assertThatThrownBy(() -> new Lapsed(ended("2026-05-04T12:00:00Z", Known.ACTIVE), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("daysAgo is less than 1: 0");
  }
}
