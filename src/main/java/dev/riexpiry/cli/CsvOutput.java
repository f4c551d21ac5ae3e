package dev.riexpiry.cli;



import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.ledger.Memory;
import dev.riexpiry.text.PlainText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The expiring reservations, then those that have lapsed and those that are ignored, as CSV (RFC
/// 4180), with the names of the JSON report, and beside them those of the FOCUS specification where
/// it has one.
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
          "gapDays",
          "status",
          "ignoredUntil",
          "ignoredBecause");

  private static final List<String> NO_RENEWAL = List.of("", "", "", "");

  private CsvOutput() {}

  static String of(CheckReport report) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(HEADER);
      for (Stream<String> row : rows(report)) {
        csv.writeRecord(row.map(CsvOutput::safe).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }

  private static List<Stream<String>> rows(CheckReport report) {
    CheckSummary summary = report.summary();
    Memory memory = summary.memory();
    return Stream.of(
            report.expiring().stream()
                .map(item ->
                    row(
                        item.commitment(),
                        summary,
                        Stream.of(
                            String.valueOf(item.milestone()),
                            String.valueOf(summary.isDue(item)),
                            memory.firstTold(item).map(LocalDate::toString).orElse("")),
                        renewal(summary.renewals().of(item)),
                        Stream.of("expiring", "", ""))),
            report.lapsed().stream()
                .map(item ->
                    row(
                        item.commitment(),
                        summary,
                        Stream.of("", String.valueOf(memory.isDue(item)), ""),
                        NO_RENEWAL.stream(),
                        Stream.of("lapsed", "", ""))),
            report.ignored().stream()
                .map(item ->
                    row(
                        item.commitment(),
                        summary,
                        Stream.of("", "false", ""),
                        NO_RENEWAL.stream(),
                        Stream.of(
                            "ignored",
                            item.because().until().toString(),
                            item.because().reason()))))
        .flatMap(rows -> rows)
        .toList();
  }

  /// @param told the columns from the milestone to when it was told first
  /// @param renewal the columns of a renewal
  /// @param status the columns from the status on
  private static Stream<String> row(
      Commitment commitment,
      CheckSummary summary,
      Stream<String> told,
      Stream<String> renewal,
      Stream<String> status) {
    return Stream.of(
            contract(commitment, summary), told, CsvDetails.of(commitment), renewal, status)
        .flatMap(columns -> columns);
  }

  private static Stream<String> contract(Commitment commitment, CheckSummary summary) {
    return Stream.of(
        commitment.accountId().value(),
        summary.nameOf(commitment.accountId()),
        summary.organizationalUnitOf(commitment.accountId()).orElse(""),
        commitment.region(),
        commitment.service().id(),
        commitment.id(),
        commitment.state().text(),
        commitment.covered().resourceType(),
        commitment.description(),
        String.valueOf(commitment.covered().quantity()),
        commitment.start().toString(),
        commitment.end().toString(),
        String.valueOf(summary.checkDate().daysLeft(commitment.end())));
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
