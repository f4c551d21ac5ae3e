package dev.riexpiry.cli;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.ReportDocument;
import dev.riexpiry.input.InvalidValueException;
import java.util.Arrays;
import java.util.Locale;

/// How a report is written to standard output.
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

  /// Reads the format's name in small letters.
  static OutputFormat parse(String text) {
    return Arrays.stream(values())
        .filter(format -> format.id().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new InvalidValueException(
                "'" + text + "' is not an output format", "write table, json or csv"));
  }

  private String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
