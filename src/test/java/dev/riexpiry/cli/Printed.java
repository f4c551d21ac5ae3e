package dev.riexpiry.cli;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.page.RowOrder;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a command prints of a report, for those who are not of this package.
public final class Printed {
  private Printed() {}

  /// @param format `table`, `csv` or `json`
  public static String as(String format, CheckReport report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
    OutputFormat.valueOf(format.toUpperCase(Locale.ROOT))
        .print(
            report,
            new Terminal(stream, new PrintStream(OutputStream.nullOutputStream()), false, false),
            RowOrder.END,
            false);
    stream.flush();
    return out.toString(StandardCharsets.UTF_8);
  }
}
