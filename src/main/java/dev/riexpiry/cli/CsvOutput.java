package dev.riexpiry.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.expiry.Expiring;
import dev.riexpiry.renewal.Renewal;
import dev.riexpiry.text.PlainText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The expiring reservations as CSV (RFC 4180), with the names of the JSON report, and beside them
/// those of the FOCUS specification where it has one.
final class CsvOutput {
  /// Also in full width, which Japanese spreadsheets take for the plain signs.
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private static final List<String> HEADER =
      List.of(
          "accountId",
          "accountName",
          "organizationalUnit",
          "region",
          "service",
          "commitmentId",
          "state",
          "resourceType",
          "description",
          "quantity",
          "start",
          "end",
          "daysLeft",
          "milestone",
          "due",
          "firstTold",
          "CommitmentDiscountId",
          "CommitmentDiscountName",
          "CommitmentDiscountType",
          "CommitmentDiscountCategory",
          "CommitmentDiscountQuantity",
          "CommitmentDiscountUnit",
          "scope",
          "scopeName",
          "platform",
          "tenancy",
          "multiAz",
          "instanceFamily",
          "offeringClass",
          "paymentOption",
          "hourlyPrice",
          "currency",
          "tags",
          "renewal",
          "renewedBy",
          "renewedShare",
          "gapDays");

  private CsvOutput() {}

  static String of(CheckReport report) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(HEADER);
      for (Expiring item : report.expiring()) {
        csv.writeRecord(
            Stream.of(
                    contract(item, report),
                    CsvDetails.of(item.commitment()),
                    renewal(report.summary().renewals().of(item)))
                .flatMap(cells -> cells)
                .map(CsvOutput::safe)
                .toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }

  private static Stream<String> contract(Expiring item, CheckReport report) {
    Commitment commitment = item.commitment();
    return Stream.of(
        commitment.accountId().value(),
        report.summary().nameOf(commitment.accountId()),
        report.summary().organizationalUnitOf(commitment.accountId()).orElse(""),
        commitment.region(),
        commitment.service().id(),
        commitment.id(),
        commitment.state().text(),
        commitment.covered().resourceType(),
        commitment.description(),
        String.valueOf(commitment.covered().quantity()),
        commitment.start().toString(),
        commitment.end().toString(),
        String.valueOf(item.daysLeft()),
        String.valueOf(item.milestone()),
        String.valueOf(report.summary().isDue(item)),
        report.summary().memory().firstTold(item).map(LocalDate::toString).orElse(""));
  }

  private static Stream<String> renewal(Renewal renewal) {
    return Stream.of(
        renewal.state(),
        renewal.by().stream()
            .map(replacement -> replacement.commitment().id())
            .collect(Collectors.joining(" ")),
        renewal.share().toPlainString(),
        String.valueOf(renewal.gapDays()));
  }

  /// A name that a spreadsheet would run as a formula gets an apostrophe before it.
  private static String safe(String text) {
    String plain = PlainText.of(text);
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + plain : plain;
  }
}
