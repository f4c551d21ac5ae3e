package dev.riexpiry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Unpaid;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The check date is 4 May 2026 in Tokyo, where a day begins at 15:00 UTC of the day before.
class PaymentPolicyTest {
  private static final PaymentPolicy POLICY =
      new PaymentPolicy(
          new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("Asia/Tokyo")),
          Milestones.DEFAULT);

  private static Commitment starting(String start, CommitmentState state) {
    return starting(Sample.WEB, "r-1", start, state);
  }

  private static Commitment starting(
      AccountId owner, String id, String start, CommitmentState state) {
    String end = Instant.parse(start).plus(Duration.ofDays(365)).minusSeconds(1).toString();
    return Sample.ec2(owner, id, end, state);
  }

  @ParameterizedTest(name = "since {0}: {1}")
  @CsvSource({
    "2026-05-04T06:00:00Z, false",
    "2026-05-03T00:00:00Z, false",
    "2026-05-02T15:00:00Z, false",
    "2026-05-02T14:59:59Z, true",
    "2025-11-01T00:00:00Z, true",
    "2026-06-01T00:00:00Z, false"
  })
  void tellsOfAPaymentThatIsPendingForMoreThanADay(String start, boolean told) {
    assertThat(POLICY.judge(starting(start, CommitmentState.Known.PAYMENT_PENDING)).isPresent())
        .isEqualTo(told);
  }

  @ParameterizedTest(name = "since {0}: {1}")
  @CsvSource({
    "2026-05-04T06:00:00Z, true",
    "2026-03-05T00:00:00Z, true",
    "2026-03-04T15:00:00Z, true",
    "2026-03-04T14:59:59Z, false"
  })
  void tellsOfAFailedPaymentAsLongAsTheLargestMilestone(String start, boolean told) {
    assertThat(POLICY.judge(starting(start, CommitmentState.Known.PAYMENT_FAILED)).isPresent())
        .isEqualTo(told);
  }

  @Test
  void saysWhatIsWrongAndForHowLong() {
    Commitment pending = starting("2026-05-01T00:00:00Z", CommitmentState.Known.PAYMENT_PENDING);

    assertThat(POLICY.judge(pending)).contains(new Unpaid(pending, Unpaid.Kind.PENDING, 3));
  }

  @ParameterizedTest
  @EnumSource(
      value = CommitmentState.Known.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PAYMENT_PENDING", "PAYMENT_FAILED"})
  void isSilentOnEveryOtherState(CommitmentState.Known state) {
    assertThat(POLICY.judge(starting("2026-05-01T00:00:00Z", state))).isEmpty();
  }

  @Test
  void readsTheWordOrderOfRedshift() {
    assertThat(
            POLICY.judge(starting("2026-05-01T00:00:00Z", CommitmentState.of("pending-payment"))))
        .isPresent();
  }

  @Test
  void listsWhatFailedFirst() {
    Commitment pending =
        starting(Sample.TOOLS, "a", "2026-05-01T00:00:00Z", CommitmentState.Known.PAYMENT_PENDING);
    Commitment webFailed =
        starting(Sample.WEB, "c", "2026-05-01T00:00:00Z", CommitmentState.Known.PAYMENT_FAILED);
    Commitment toolsFailed =
        starting(Sample.TOOLS, "b", "2026-05-01T00:00:00Z", CommitmentState.Known.PAYMENT_FAILED);

    assertThat(POLICY.unpaid(List.of(pending, webFailed, toolsFailed)))
        .extracting(Unpaid::commitment)
        .containsExactly(toolsFailed, webFailed, pending);
  }
}
