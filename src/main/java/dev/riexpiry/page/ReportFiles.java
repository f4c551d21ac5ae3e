package dev.riexpiry.page;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.ReportDocument;
import dev.riexpiry.cost.CostReading;
import dev.riexpiry.delivery.ReportFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files in which a report is read, wherever they are written to.
public final class ReportFiles {
  /// Tells Excel that a CSV file is in UTF-8.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String COST_CSV = "cost.csv";
  private static final String COST_SVG = "cost.svg";

  /// The files that not every report has.
  public static final List<String> NOT_ALWAYS = List.of(COST_CSV, COST_SVG);

  private ReportFiles() {}

  /// Makes the files, in the order of writing: the page is last, so that whoever sees a new one
  /// sees its data.
  ///
  /// @param costs what the accounts cost, if that was asked; files of their own only where it could
  ///   be read
  /// @param made when they are made
  public static List<ReportFile> of(CheckReport report, Optional<CostReading> costs, Instant made) {
    List<ReportFile> files = new ArrayList<>();
    files.add(file("report.json", "application/json", ReportDocument.of(report).indented() + "\n"));
    files.add(
        file("commitments.csv", "text/csv", BYTE_ORDER_MARK + CsvOutput.of(report, RowOrder.END)));
    files.add(file("calendar.ics", "text/calendar", Calendar.of(report, made)));
    files.add(file("cliff.svg", "image/svg+xml", Page.cliff(report)));
    costs
        .filter(CostReading::isKnown)
        .ifPresent(reading -> {
          files.add(file(COST_CSV, "text/csv", BYTE_ORDER_MARK + CostCsv.of(reading)));
          files.add(file(COST_SVG, "image/svg+xml", Page.cost(report, reading)));
        });
    files.add(file("index.html", "text/html", Page.of(report, costs)));
    return List.copyOf(files);
  }

  private static ReportFile file(String name, String type, String text) {
    return new ReportFile(name, type + "; charset=utf-8", text);
  }
}
