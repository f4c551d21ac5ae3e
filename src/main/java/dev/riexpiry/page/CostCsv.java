package dev.riexpiry.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.riexpiry.cost.CostReading;
import dev.riexpiry.cost.CostRow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// Costs as CSV (RFC 4180): a line for each day, account and service.
public final class CostCsv {
  private CostCsv() {}

  /// Writes it. An amount below zero stays a number, though it begins with a sign that starts a
  /// formula.
  public static String of(CostReading reading) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(
          "date",
          "accountId",
          "accountName",
          "organizationalUnit",
          "service",
          "amount",
          "currency",
          "estimated");
      for (CostRow row : CostRow.of(reading)) {
        csv.writeRecord(
            row.date(),
            row.accountId(),
            CsvOutput.safe(row.accountName()),
            CsvOutput.safe(row.organizationalUnit().orElse("")),
            CsvOutput.safe(row.service()),
            row.amount().toPlainString(),
            CsvOutput.safe(row.currency().orElse("")),
            String.valueOf(row.estimated()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }
}
