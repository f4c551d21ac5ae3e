package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.page.RowOrder;
import dev.riexpiry.sweep.Roster;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;

/// In Egypt a number has other digits, and in Germany another decimal sign.
class LocaleTest {
  private static String table(CheckReport report) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return TableOutput.of(
        report, new Terminal(nowhere, nowhere, false, false), RowOrder.END, false);
  }

  @Test
  @DefaultLocale("ar-EG")
  void theTableHasTheSameDigitsEverywhere() {
    assertThat(
            table(
                ReportSample.report(
                    "web-prod",
                    List.of(
                        Sample.expiring(
                            Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z"), 7, 7)),
                    List.of(
                        Sample.unread(
                            Sample.DATA,
                            "us-east-1",
                            Service.RDS,
                            Sample.denied("rds:DescribeReservedDBInstances"))),
                    List.of())))
        .isEqualTo(
            """
            DAYS  LAST DAY    ACCOUNT                  WHAT                                            REGION     SERVICE  ID
               7  2026-05-11  web-prod (222233334444)  4 × m5.large, Linux/UNIX, No Upfront, standard  us-east-1  EC2      r-1

            Could not be read; a commitment there may be ending unseen:
              data-prod (333344445555), us-east-1 RDS
                rds:DescribeReservedDBInstances: AccessDenied, not authorized to perform rds:DescribeReservedDBInstances
                To mend it: allow rds:DescribeReservedDBInstances in the policy of the role that reads this account

            Accounts: 3 of 3 read; targets: 102 read, 1 unreadable; commitments: 340 active, 1 expiring; as of 2026-05-04 (UTC)
            """);
  }

  @Test
  @DefaultLocale("ar-EG")
  void theTableWithoutReservationsToo() {
    assertThat(table(ReportSample.report("web-prod", List.of(), List.of(), List.of())))
        .startsWith("Nothing ends within 60 days of 2026-05-04 (UTC).\n");
  }

  @Test
  @DefaultLocale("ar-EG")
  void progressToo() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    CheckRequest request =
        new CheckRequest(
            new Roster(
                List.of(
                    Sample.account("web-prod", Sample.WEB),
                    Sample.account("data-prod", Sample.DATA)),
                List.of()),
            new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("UTC")),
            Milestones.DEFAULT,
            Grouping.DIGEST,
            new DeliveryMode.DryRun(Optional.empty()));
    try (ProgressLine progress =
        new ProgressLine(new Terminal(err, err, false, false), request, false)) {
      progress.targets(12, 12);
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .matches(
            "Reading 2 accounts as of 2026-05-04 \\(UTC\\)\n12 targets done in [0-9]+\\.[0-9] s\n");
  }
}
