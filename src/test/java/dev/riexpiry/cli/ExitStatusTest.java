package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.ReportFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Unread;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExitStatusTest {
  private static final List<Expiring> ONE =
      List.of(Sample.expiring(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"), 7, 7));
  private static final List<Unread> GAP =
      List.of(Sample.unread(Sample.DATA, Sample.denied("sts:AssumeRole")));
  private static final List<Receipt> REFUSED =
      List.of(
          new Receipt(
              ReportFixture.alert("s", "m"),
              Optional.empty(),
              new Receipt.Result.Refused(Sample.denied("sns:Publish"))));

  private static ExitStatus status(
      List<Expiring> expiring,
      List<Unread> unreadable,
      List<Receipt> delivered,
      boolean failOnExpiring) {
    CheckReport report = ReportSample.report("web-prod", expiring, unreadable, delivered);
    return ExitStatus.of(report, failOnExpiring);
  }

  @Test
  void isZeroWhereAllWasRead() {
    assertThat(status(List.of(), List.of(), List.of(), true)).isEqualTo(ExitStatus.ALL_READ);
    assertThat(status(ONE, List.of(), List.of(), false)).isEqualTo(ExitStatus.ALL_READ);
  }

  @Test
  void saysThatSomethingIsExpiringOnlyWhereItIsAsked() {
    assertThat(status(ONE, List.of(), List.of(), true)).isEqualTo(ExitStatus.EXPIRING);
  }

  @Test
  void aGapOutweighsAFinding() {
    assertThat(status(ONE, GAP, List.of(), true)).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(status(List.of(), GAP, List.of(), false)).isEqualTo(ExitStatus.INCOMPLETE);
  }

  @Test
  void aRefusedAlertOutweighsAll() {
    assertThat(status(ONE, GAP, REFUSED, true)).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void isTwoWhereAwsRefusesTheCallerItself() {
    Failure expired = new Failure("sts:AssumeRole", "ExpiredToken", "it is expired", "sign in");
    List<Unread> all =
        List.of(Sample.unread(Sample.WEB, expired), Sample.unread(Sample.DATA, expired));

    assertThat(ExitStatus.of(ReportSample.unread(all), false)).isEqualTo(ExitStatus.USAGE);
    assertThat(
            ExitStatus.of(
                ReportSample.unread(List.of(Sample.unread(Sample.WEB, expired), GAP.getFirst())),
                false))
        .isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(status(List.of(), all, List.of(), false)).isEqualTo(ExitStatus.INCOMPLETE);
  }

  @Test
  void theNumbersAreAContract() {
    assertThat(Arrays.stream(ExitStatus.values()).map(ExitStatus::code))
        .containsExactly(0, 1, 2, 3, 10);
  }
}
