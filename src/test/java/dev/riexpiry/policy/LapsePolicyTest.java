package dev.riexpiry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Milestones;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LapsePolicyTest {
  private static Rules rules(String zone, int days) {
    return new Rules(
        new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of(zone)),
        Milestones.DEFAULT,
        new LapseWindow(days),
        IgnoreRules.NONE);
  }

  private static final Rules RULES = rules("UTC", 7);

  private static List<Lapsed> lapsed(Rules rules, Commitment... commitments) {
    return Finding.only(Lapsed.class, rules.judge(List.of(commitments)).findings());
  }

  private static List<Lapsed> lapsed(Commitment... commitments) {
    return lapsed(RULES, commitments);
  }

  private static Commitment ended(String end, CommitmentState state) {
    return Sample.ec2(Sample.WEB, "r-1", end, state);
  }

  @ParameterizedTest(name = "ended {0}, {1}, window {2}: {3} days ago")
  @CsvSource({
    "2026-05-03T23:59:59Z, UTC, 7, 1",
    "2026-05-03T00:00:01Z, UTC, 7, 1",
    "2026-05-04T00:00:00Z, UTC, 7, 1",
    "2026-05-03T00:00:00Z, UTC, 7, 2",
    "2026-04-27T00:00:01Z, UTC, 7, 7",
    "2026-05-02T12:00:00Z, UTC, 2, 2",
    "2026-05-04T03:59:59Z, America/New_York, 7, 1",
    "2026-04-26T23:30:00Z, Europe/Berlin, 7, 7"
  })
  void tellsOfWhatEndedWithinTheWindowCountedInCalendarDays(
      String end, String zone, int window, int daysAgo) {
    Commitment commitment = ended(end, Known.RETIRED);

    assertThat(lapsed(rules(zone, window), commitment))
        .containsExactly(Lapsed.atTerm(commitment, daysAgo));
    assertThat(rules(zone, window).keep(List.of(commitment))).hasSize(1);
  }

  @ParameterizedTest(name = "ended {0}, {1}, window {2}")
  @CsvSource({
    "2026-05-04T00:00:01Z, UTC, 7",
    "2026-04-27T00:00:00Z, UTC, 7",
    "2026-04-26T23:59:59Z, UTC, 7",
    "2026-05-01T23:59:59Z, UTC, 2",
    "2026-05-04T03:59:59Z, UTC, 7",
    "2026-05-03T12:00:00Z, UTC, 0"
  })
  void isSilentOnTheLastDayAfterTheWindowAndWhenSwitchedOff(String end, String zone, int window) {
    Commitment commitment = ended(end, Known.RETIRED);

    assertThat(lapsed(rules(zone, window), commitment)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      names = {"ACTIVE", "EXCHANGING", "PENDING_RETURN", "RETIRED", "EXPIRED"})
  void anEndThatHasPassedCountsMoreThanAStateThatIsLate(Known state) {
    assertThat(lapsed(ended("2026-05-03T12:00:00Z", state))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Known.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "ACTIVE",
        "EXCHANGING",
        "PENDING_RETURN",
        "RETIRED",
        "EXPIRED",
        "RETURNED",
        "CANCELLED"
      })
  void whatNeverBeganDoesNotLapse(Known state) {
    assertThat(lapsed(ended("2026-05-03T12:00:00Z", state))).isEmpty();
  }

  @Test
  void aStateThatIsNotKnownLapses() {
    assertThat(lapsed(ended("2026-05-03T12:00:00Z", new CommitmentState.Unknown("archived"))))
        .hasSize(1);
  }

  @Test
  void aCapacityBlockEndsWithItsInstancesAndDoesNotLapse() {
    assertThat(
            lapsed(
                SuccessionSample.of(
                        "cr-1", Known.EXPIRED, "2026-04-20T11:30:00Z", "2026-05-03T11:30:00Z")
                    .service(Service.EC2_CAPACITY_BLOCK)
                    .commitment()))
        .isEmpty();
  }

  @Test
  void aServiceThatTellsADurationLapsesAtItsEnd() {
    Commitment db = Sample.rds(Sample.DATA, "db-1", "2026-05-02T00:00:00Z");

    assertThat(lapsed(db)).containsExactly(Lapsed.atTerm(db, 3));
  }

  @Test
  void listsTheLatestEndFirstThenByAccountRegionServiceAndId() {
    Commitment early = Sample.rds(Sample.TOOLS, "a", "2026-04-28T00:00:00Z");
    Commitment data = Sample.rds(Sample.DATA, "a", "2026-05-02T00:00:00Z");
    Commitment web = Sample.rds(Sample.WEB, "b", "2026-05-02T00:00:00Z");
    Commitment webToo = Sample.rds(Sample.WEB, "c", "2026-05-02T00:00:00Z");
    Commitment late = Sample.rds(Sample.WEB, "a", "2026-05-02T06:00:00Z");

    assertThat(lapsed(early, data, webToo, late, web))
        .extracting(Lapsed::commitment)
        .containsExactly(late, web, webToo, data, early);
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
    assertThatThrownBy(() -> Lapsed.atTerm(ended("2026-05-04T12:00:00Z", Known.ACTIVE), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("daysAgo is less than 1: 0");
  }
}
