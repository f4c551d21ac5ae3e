package dev.riexpiry.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.text.PlainText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// A report as CSV (RFC 4180).
public final class CsvOutput {
  /// The signs that start a formula, also in full width, which Japanese spreadsheets take for the
  /// plain signs.
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private CsvOutput() {}

  /// Writes it, with a line for each commitment.
  public static String of(CheckReport report, RowOrder order) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(CsvColumn.ALL.stream().map(CsvColumn::name).toList());
      for (CsvRow row : CsvRow.of(report, order)) {
        csv.writeRecord(
            CsvColumn.ALL.stream().map(column -> safe(column.text().apply(row))).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }

  /// Puts an apostrophe before a name that a spreadsheet would run as a formula.
  static String safe(String text) {
    String plain = PlainText.of(text);
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + plain : plain;
  }
}
