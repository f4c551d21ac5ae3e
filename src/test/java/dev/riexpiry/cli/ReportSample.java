package dev.riexpiry.cli;

import dev.riexpiry.ReportFixture;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Unread;
import java.util.List;
import java.util.stream.Stream;

/// A report of what a test is about.
final class ReportSample {
  private ReportSample() {}

  static CheckReport report(
      String webName, List<Expiring> expiring, List<Unread> unread, List<Receipt> receipts) {
    return ReportFixture.report(
        ReportFixture.summary(
            new ReadCounts(3, 3, 102, unread.size(), 340),
            ReportFixture.labels(webName),
            Stream.<Finding>concat(expiring.stream(), unread.stream()).toList()),
        false,
        receipts,
        List.of());
  }

  /// A report of a check that read nothing.
  static CheckReport unread(List<Unread> unread) {
    return ReportFixture.report(
        ReportFixture.summary(
            new ReadCounts(unread.size(), 0, 0, unread.size(), 0), ReportFixture.labels(), unread),
        false,
        List.of(),
        List.of());
  }
}
