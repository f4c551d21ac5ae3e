package dev.riexpiry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Milestones;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryPolicyTest {
  private static final ExpiryPolicy POLICY =
      new ExpiryPolicy(
          new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("UTC")), Milestones.DEFAULT);

  private static Commitment ending(String end) {
    return Sample.ec2(Sample.WEB, "r-1", end);
  }

  @ParameterizedTest(name = "ends {0}: {1} days, milestone {2}")
  @CsvSource({
    "2026-05-04T23:59:59Z, 0, 1",
    "2026-05-04T00:00:01Z, 0, 1",
    "2026-05-05T00:00:01Z, 1, 1",
    "2026-05-06T00:00:01Z, 2, 7",
    "2026-05-11T23:59:59Z, 7, 7",
    "2026-05-12T00:00:01Z, 8, 30",
    "2026-06-03T12:00:00Z, 30, 30",
    "2026-07-03T23:59:59Z, 60, 60"
  })
  void announcesFromTheLargestMilestoneToTheLastDay(String end, int daysLeft, int milestone) {
    Commitment commitment = ending(end);

    assertThat(POLICY.judge(commitment)).contains(Sample.expiring(commitment, daysLeft, milestone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-05-03T23:59:59Z", "2020-01-01T00:00:01Z", "2026-07-04T00:00:01Z"})
  void isSilentBeforeAndAfter(String end) {
    assertThat(POLICY.judge(ending(end))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = CommitmentState.Known.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ACTIVE", "EXCHANGING", "PENDING_RETURN"})
  void isSilentOnWhatIsNotLive(CommitmentState.Known state) {
    assertThat(POLICY.judge(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z", state)))
        .isEmpty();
  }

  @Test
  void announcesAStateThatIsNotKnown() {
    Commitment exchanging =
        Sample.ec2(
            Sample.WEB, "r-1", "2026-05-11T03:59:59Z", new CommitmentState.Unknown("exchanging"));

    assertThat(POLICY.judge(exchanging)).contains(Sample.expiring(exchanging, 7, 7));
  }

  @Test
  void listsTheSoonestEndFirstThenByAccountRegionServiceAndId() {
    Commitment later = Sample.ec2(Sample.TOOLS, "r-1", "2026-05-12T00:00:01Z");
    Commitment dataRds = Sample.rds(Sample.DATA, "r-1", "2026-05-11T00:00:01Z");
    Commitment webRds = Sample.rds(Sample.WEB, "a-0", "2026-05-11T00:00:01Z");
    Commitment webEc2 = Sample.ec2(Sample.WEB, "r-1", "2026-05-11T00:00:01Z");
    Commitment webEc2Next = Sample.ec2(Sample.WEB, "r-2", "2026-05-11T00:00:01Z");

    assertThat(POLICY.expiring(List.of(later, webEc2Next, dataRds, webEc2, webRds)))
        .extracting(Expiring::commitment)
        .containsExactly(webRds, webEc2, webEc2Next, dataRds, later);
  }

  @Test
  void doesNotCallExpiringWhatIsPastItsMilestone() {
    assertThatThrownBy(() -> Sample.expiring(ending("2026-05-11T03:59:59Z"), 8, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("daysLeft is not from 0 to the milestone 7: 8");
    assertThatThrownBy(() -> Sample.expiring(ending("2026-05-11T03:59:59Z"), -1, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("daysLeft is not from 0 to the milestone 7: -1");
  }
}
