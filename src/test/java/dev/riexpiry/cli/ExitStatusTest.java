package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.AlertAttributes;
import dev.riexpiry.alert.News;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.Receipt;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Unreadable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ExitStatusTest {
  private static final List<Expiring> ONE =
      List.of(new Expiring(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"), 7, 7));
  private static final List<Unreadable> GAP =
      List.of(Sample.unreadable(Sample.DATA, "data-prod", Sample.denied("sts:AssumeRole")));
  private static final List<Receipt> REFUSED =
      List.of(
          new Receipt(
              new Alert(
                  "s",
                  "m",
                  "{}",
                  new AlertAttributes(List.of(), List.of(), OptionalInt.empty(), true),
                  new News(List.of(), List.of(), List.of())),
              Optional.empty(),
              new Receipt.Result.Refused(Sample.denied("sns:Publish"))));

  private static ExitStatus status(
      List<Expiring> expiring,
      List<Unreadable> unreadable,
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
  void theNumbersAreAContract() {
    assertThat(Arrays.stream(ExitStatus.values()).map(ExitStatus::code))
        .containsExactly(0, 1, 2, 3, 10);
  }
}
