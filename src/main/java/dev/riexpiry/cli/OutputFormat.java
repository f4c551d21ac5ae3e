package dev.riexpiry.cli;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.ReportDocument;

/// The formats in which a report is written to standard output.
enum OutputFormat {
  TABLE,
  JSON,
  CSV;

  void print(CheckReport report, Terminal terminal) {
    switch (this) {
      case TABLE -> terminal.out().print(TableOutput.of(report, terminal.color()));
      case JSON -> terminal.out().println(ReportDocument.of(report).indented());
      case CSV -> {
        terminal.out().print(CsvOutput.of(report));
        terminal.err().print(TableOutput.unread(report));
      }
    }
  }
}
