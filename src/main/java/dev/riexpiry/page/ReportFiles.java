package dev.riexpiry.page;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.ReportDocument;
import dev.riexpiry.delivery.ReportFile;
import java.time.Instant;
import java.util.List;

/// The files in which a report is read, wherever they are written to.
public final class ReportFiles {
  /// Tells Excel that a CSV file is in UTF-8.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ReportFiles() {}

  /// Makes the files, in the order of writing: the page is last, so that whoever sees a new one
  /// sees its data.
  ///
  /// @param made when they are made
  public static List<ReportFile> of(CheckReport report, Instant made) {
    return List.of(
        file("report.json", "application/json", ReportDocument.of(report).indented() + "\n"),
        file("commitments.csv", "text/csv", BYTE_ORDER_MARK + CsvOutput.of(report, RowOrder.END)),
        file("calendar.ics", "text/calendar", Calendar.of(report, made)),
        file("cliff.svg", "image/svg+xml", Page.cliff(report)),
        file("index.html", "text/html", Page.of(report)));
  }

  private static ReportFile file(String name, String type, String text) {
    return new ReportFile(name, type + "; charset=utf-8", text);
  }
}
