package dev.riexpiry.cli;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.page.RowOrder;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a command prints of a report, for those who are not of this package.
public final class Printed {
  private Printed() {}

  /// Prints it, and keeps nothing of it.
  ///
  /// @param format `table`, `csv` or `json`
  /// @return how many bytes that are
  public static long bytesOf(String format, CheckReport report) {
    Counting out = new Counting();
    PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
    OutputFormat.valueOf(format.toUpperCase(Locale.ROOT))
        .print(
            report,
            new Terminal(stream, new PrintStream(OutputStream.nullOutputStream()), false, false),
            RowOrder.END,
            false);
    stream.flush();
    return out.bytes;
  }

  private static final class Counting extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int offset, int length) {
      bytes += length;
    }
  }
}
