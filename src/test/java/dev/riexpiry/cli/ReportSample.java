package dev.riexpiry.cli;



import dev.riexpiry.Sample;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.Receipt;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Unreadable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// A report of what a test is about.
final class ReportSample {
  private ReportSample() {}

  static CheckReport report(
      String webName,
      List<Expiring> expiring,
      List<Unreadable> unreadable,
      List<Receipt> delivered) {
    return new CheckReport(
        new CheckSummary(
            new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("UTC")),
            Milestones.DEFAULT,
            new ReadCounts(3, 3, 102, unreadable.size(), 340),
            expiring.size(),
            Map.of(Sample.WEB, Sample.account(webName, Sample.WEB))),
        false,
        expiring,
        unreadable,
        delivered,
        List.of());
  }
}
