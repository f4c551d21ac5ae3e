package dev.riexpiry.cli;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.ReportDocument;
import dev.riexpiry.page.CsvOutput;
import dev.riexpiry.page.RowOrder;

/// The formats in which a report is written to standard output.
enum OutputFormat {
  TABLE,
  JSON,
  CSV;

  /// @param order the order of rows in table and CSV
  /// @param wide whether a table may be wider than the terminal
  void print(CheckReport report, Terminal terminal, RowOrder order, boolean wide) {
    switch (this) {
      case TABLE -> terminal.out().print(TableOutput.of(report, terminal, order, wide));
      case JSON -> {
        ReportDocument.of(report).indented(terminal.out());
        terminal.out().println();
      }
      case CSV -> {
        terminal.out().print(CsvOutput.of(report, order));
        terminal.err().print(UnreadText.of(report));
      }
    }
  }
}
