package dev.riexpiry.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/// Texts as CSV (RFC 4180), none of which a spreadsheet runs as a formula.
public final class CsvText {
  private CsvText() {}

  /// Writes it, the names of the columns first.
  public static String of(List<String> names, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(names);
      for (List<String> row : rows) {
        csv.writeRecord(row.stream().map(CsvOutput::safe).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }
}
