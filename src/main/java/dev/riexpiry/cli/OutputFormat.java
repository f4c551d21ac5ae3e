package dev.riexpiry.cli;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.ReportDocument;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How a report is written to standard output.
enum OutputFormat {
  TABLE,
  JSON,
  CSV;

  void print(CheckReport report, Terminal terminal) {
    switch (this) {
      case TABLE -> terminal.out().print(TableOutput.of(report, terminal.color()));
      case JSON -> terminal.out().println(ReportDocument.indented(report));
      case CSV -> {
        terminal.out().print(CsvOutput.of(report));
        terminal.err().print(TableOutput.unreadable(report));
      }
    }
  }

  /// Reads the format's name in small letters.
  static final class Converter implements ITypeConverter<OutputFormat> {
    @Override
    public OutputFormat convert(String value) {
      return Arrays.stream(values())
          .filter(format -> format.id().equals(value))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "'"
                      + value
                      + "' is none of "
                      + Arrays.stream(values())
                          .map(OutputFormat::id)
                          .collect(Collectors.joining(", "))));
    }
  }

  private String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return id();
  }
}
