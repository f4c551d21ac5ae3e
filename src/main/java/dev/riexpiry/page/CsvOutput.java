package dev.riexpiry.page;

import dev.riexpiry.check.CheckReport;
import dev.riexpiry.text.PlainText;

/// A report as CSV (RFC 4180).
public final class CsvOutput {
  /// The signs that start a formula, also in full width, which Japanese spreadsheets take for the
  /// plain signs.
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private CsvOutput() {}

  /// Writes it, with a line for each commitment.
  public static String of(CheckReport report, RowOrder order) {
    return CsvText.of(
        CsvColumn.ALL.stream().map(CsvColumn::name).toList(),
        CsvRow.of(report, order).stream()
            .map(row -> CsvColumn.ALL.stream().map(column -> column.text().apply(row)).toList())
            .toList());
  }

  /// Puts an apostrophe before a name that a spreadsheet would run as a formula.
  static String safe(String text) {
    String plain = PlainText.of(text);
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + plain : plain;
  }
}
