package dev.riexpiry.page;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Worth;
import dev.riexpiry.policy.IgnoreRule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A commitment as a row of the CSV output.
///
/// @param owner who owns it, as its tags say
/// @param daysLeft negative once it has ended
/// @param milestone only of an expiring commitment
/// @param renewal of an expiring commitment, and of a lapsed one that others take over in part or
///   perhaps
/// @param advice only with a payer
/// @param appraisal its use and its source; only with a payer
/// @param worth what it costs and saves, as far as that is known
/// @param because only of an ignored commitment
record CsvRow(
    Commitment commitment,
    AccountLabel account,
    Optional<String> owner,
    long daysLeft,
    Status status,
    boolean due,
    Optional<Integer> milestone,
    Optional<LocalDate> firstAnnounced,
    Optional<Renewal> renewal,
    Optional<Advice> advice,
    Optional<Appraisal> appraisal,
    Worth worth,
    Optional<IgnoreRule> because) {

  /// The rows of a report: expiring commitments, then lapsed ones, then ignored ones, then all
  /// other active ones if they were asked for.
  static List<CsvRow> of(CheckReport report, RowOrder order) {
    CheckSummary summary = report.summary();
    Comparator<CsvRow> byOrder =
        Comparator.comparing(CsvRow::commitment, order.comparator(summary.accounts()));
    return rows(report, summary)
        .map(rows -> order == RowOrder.END ? rows : rows.sorted(byOrder))
        .flatMap(rows -> rows)
        .toList();
  }

  private static Stream<Stream<CsvRow>> rows(CheckReport report, CheckSummary summary) {
    return Stream.of(
        report.findings(Expiring.class).stream().map(item -> expiring(item, summary)),
        report.findings(Lapsed.class).stream()
            .map(item ->
                of(
                    item.commitment(),
                    summary,
                    Status.LAPSED,
                    summary.history().isDue(item),
                    Optional.of(item.renewal()).filter(renewal -> !renewal.by().isEmpty()),
                    Optional.empty())),
        report.ignored().stream()
            .map(item ->
                of(
                    item.commitment(),
                    summary,
                    Status.IGNORED,
                    false,
                    Optional.empty(),
                    Optional.of(item.because()))),
        OtherCommitments.of(report).stream()
            .map(item ->
                of(item, summary, Status.ACTIVE, false, Optional.empty(), Optional.empty())));
  }

  private static CsvRow expiring(Expiring item, CheckSummary summary) {
    return new CsvRow(
        item.commitment(),
        summary.accounts().of(item.commitment().accountId()),
        summary.owner(item.commitment()),
        item.daysLeft(),
        Status.EXPIRING,
        summary.history().isDue(item),
        Optional.of(item.milestone()),
        summary.history().firstAnnounced(item),
        Optional.of(item.renewal()),
        summary.payer().appraisals().advice(item.commitment()),
        summary.payer().appraisals().of(item.commitment()),
        summary.worth(item.commitment()),
        Optional.empty());
  }

  private static CsvRow of(
      Commitment commitment,
      CheckSummary summary,
      Status status,
      boolean due,
      Optional<Renewal> renewal,
      Optional<IgnoreRule> because) {
    return new CsvRow(
        commitment,
        summary.accounts().of(commitment.accountId()),
        summary.owner(commitment),
        summary.checkDate().daysLeft(commitment.end()),
        status,
        due,
        Optional.empty(),
        Optional.empty(),
        renewal,
        summary.payer().appraisals().advice(commitment),
        summary.payer().appraisals().of(commitment),
        summary.worth(commitment),
        because);
  }

  /// The reason why a commitment has a row.
  enum Status {
    EXPIRING,
    LAPSED,
    IGNORED,
    ACTIVE;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
