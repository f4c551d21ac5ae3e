package dev.riexpiry.cli;

import dev.riexpiry.alert.AdviceText;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.Stakes;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.page.OtherCommitments;
import dev.riexpiry.page.RowOrder;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import dev.riexpiry.text.PlainText;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// A report for people at a terminal.
final class TableOutput {
  private final CheckReport report;
  private final CheckSummary summary;
  private final RowOrder order;
  private final CommitmentTable commitments;

  private TableOutput(CheckReport report, RowOrder order, CommitmentTable commitments) {
    this.report = report;
    this.summary = report.summary();
    this.order = order;
    this.commitments = commitments;
  }

  /// @param order the order of the rows
  /// @param wide whether the rows may be wider than the terminal
  static String of(CheckReport report, Terminal terminal, RowOrder order, boolean wide) {
    TableOutput table =
        new TableOutput(
            report,
            order,
            new CommitmentTable(
                report, terminal.color(), wide ? OptionalInt.empty() : terminal.columns().get()));
    return table.lapsed()
        + table.expiring()
        + table.notPaid()
        + table.ignored()
        + UnreadText.of(report)
        + "\n"
        + UnreadText.closed(report.reach().closed())
        + UnreadText.dropped(report.reach().dropped())
        + UnreadText.notOffered(report.reach().notOffered())
        + table.totals()
        + table.narrowed()
        + table.counts();
  }

  private String lapsed() {
    List<Lapsed> lapsed = report.findings(Lapsed.class);
    if (lapsed.isEmpty()) {
      return "";
    }
    boolean renews = lapsed.stream().anyMatch(item -> !item.renewal().by().isEmpty());
    boolean advises = advises(lapsed);
    return commitments.of(
            "LAPSED",
            sorted(
                lapsed.stream()
                    .map(item ->
                        new CommitmentLine(
                            item.commitment(),
                            Urgency.HIGH,
                            when(item),
                            renews ? Optional.of(renewed(item.renewal())) : Optional.empty(),
                            advises ? Optional.of(advice(item)) : Optional.empty(),
                            summary.history().isDue(item) ? "due" : "before"))
                    .toList()))
        + "\n";
  }

  private List<CommitmentLine> sorted(List<CommitmentLine> lines) {
    return order == RowOrder.END
        ? lines
        : lines.stream()
            .sorted(
                Comparator.comparing(
                    CommitmentLine::commitment, order.comparator(summary.accounts())))
            .toList();
  }

  private static String when(Lapsed item) {
    return (item.daysAgo().isPresent()
            ? String.format(Locale.ROOT, "%2dd ago", item.daysAgo().getAsInt())
            : "unknown")
        + switch (item.manner()) {
          case AT_TERM -> "";
          case EARLY -> ", early";
          case GIVEN_BACK -> ", given back";
        };
  }

  private String expiring() {
    List<Expiring> expiring = report.findings(Expiring.class);
    if (expiring.isEmpty()) {
      return nothing() + (report.inventory().isPresent() ? listed(expiring) : "");
    }
    return listed(expiring);
  }

  private String nothing() {
    return "Nothing %s within %s days of %s (%s)%s%n"
        .formatted(
            report.complete() ? "ends" : "was found to end",
            summary.terms().milestones().largest(),
            summary.checkDate().date(),
            summary.checkDate().zone().getId(),
            report.complete() ? "." : ", but not everything could be read.");
  }

  private String listed(List<Expiring> expiring) {
    boolean renews = expiring.stream().anyMatch(item -> !item.renewal().by().isEmpty());
    boolean advises = advises(expiring);
    List<CommitmentLine> lines =
        Stream.concat(
                expiring.stream()
                    .map(item ->
                        new CommitmentLine(
                            item.commitment(),
                            item.renewed() ? Urgency.NONE : Urgency.of(item.daysLeft()),
                            days(item.daysLeft()),
                            renews ? Optional.of(renewed(item.renewal())) : Optional.empty(),
                            advises ? Optional.of(advice(item)) : Optional.empty(),
                            announced(item))),
                OtherCommitments.of(report).stream()
                    .map(item ->
                        new CommitmentLine(
                            item,
                            Urgency.NONE,
                            days(summary.checkDate().daysLeft(item.end())),
                            Optional.empty(),
                            Optional.empty(),
                            "")))
            .toList();
    return lines.isEmpty()
        ? ""
        : commitments.of("DAYS", sorted(lines)) + WeekSummary.of(lastDays(lines));
  }

  private List<LocalDate> lastDays(List<CommitmentLine> lines) {
    return lines.stream()
        .map(line -> summary.checkDate().lastDay(line.commitment().end()))
        .toList();
  }

  private static String days(long daysLeft) {
    return String.format(Locale.ROOT, "%4d", daysLeft);
  }

  private boolean advises(List<? extends Finding.OfCommitment> findings) {
    return findings.stream().anyMatch(finding -> known(finding).isPresent());
  }

  private String advice(Finding.OfCommitment finding) {
    return known(finding)
        .map(advice -> AdviceText.verdict(advice, finding.commitment().covered().quantity()))
        .orElse("");
  }

  private Optional<Advice> known(Finding.OfCommitment finding) {
    return summary.payer().appraisals().advice(finding.commitment());
  }

  private static String renewed(Renewal renewal) {
    String gap =
        renewal.gap().isZero()
            ? ""
            : renewal.gapDays() < 2
                ? ", gap of %s h".formatted(renewal.gapHours())
                : ", gap of %s d".formatted(renewal.gapDays());
    return switch (renewal) {
      case Renewal.Full full -> full.overlaps() ? "yes, overlaps" : "yes" + gap;
      case Renewal.Perhaps _ -> "perhaps";
      case Renewal.Partial partial ->
          partial.share().movePointRight(2).setScale(0, RoundingMode.DOWN)
              + " %"
              + gap
              + (partial.perhaps().isEmpty() ? "" : ", perhaps more");
      case Renewal.None _ -> "no";
    };
  }

  /// Says whether this run announces it, or else when it was announced first.
  private String announced(Expiring item) {
    return summary.history().isDue(item)
        ? "due"
        : item.renewed()
            ? "renewed"
            : item.acknowledgement()
                .map(decision -> "silent until " + decision.until())
                .orElseGet(() ->
                    summary
                        .history()
                        .firstAnnounced(item)
                        .map(LocalDate::toString)
                        .orElse("by another run"));
  }

  private String notPaid() {
    StringBuilder text = new StringBuilder();
    for (Unpaid unpaid : report.findings(Unpaid.class)) {
      Commitment commitment = unpaid.commitment();
      text.append(text.isEmpty() ? "\nNot paid; gives no discount:\n" : "")
          .append(
              "  %s, %s, %s: %s, %s%n    %s%n    To mend it: %s%n"
                  .formatted(
                      PlainText.of(summary.accounts().labelOf(unpaid.place())),
                      commitment.region(),
                      commitment.service().label(),
                      PlainText.of(commitment.description()),
                      PlainText.of(commitment.id()),
                      unpaid.since(),
                      unpaid.remedy()));
    }
    return text.toString();
  }

  private String ignored() {
    StringBuilder text = new StringBuilder();
    for (Ignored item : report.ignored()) {
      text.append(text.isEmpty() ? "\nIgnored, as the accounts file says:\n" : "")
          .append(
              "  %s, %s %s, %s, last day %s%n    until %s: %s%n"
                  .formatted(
                      PlainText.of(summary.accounts().of(item.commitment().accountId()).toString()),
                      item.commitment().region(),
                      item.commitment().service().label(),
                      PlainText.of(item.commitment().id()),
                      summary.checkDate().lastDay(item.commitment().end()),
                      item.because().until(),
                      PlainText.of(item.because().reason())));
    }
    return text.toString();
  }

  private String totals() {
    Stakes stakes = Stakes.of(summary.due(), summary);
    return stakes.isEmpty()
        ? ""
        : "At stake: %s a month in net savings, with what ends and is due.%n"
            .formatted(stakes.exact());
  }

  private String narrowed() {
    return summary.narrowedTo().map("Only a part was looked at: %s.%n"::formatted).orElse("");
  }

  private String counts() {
    ReadCounts counts = summary.counts();
    int lapsed = report.findings(Lapsed.class).size();
    return String.format(
        Locale.ENGLISH,
        "Accounts: %d of %d read; targets: %d read, %d unreadable%s; commitments: %d active, %d expiring%s; as of %s (%s)%n",
        counts.accountsRead(),
        counts.accountsConfigured(),
        counts.targetsRead(),
        counts.targetsUnreadable(),
        counts.notAsked() == 0 ? "" : ", %d not asked".formatted(counts.notAsked()),
        counts.active(),
        summary.expiring(),
        lapsed == 0 ? "" : ", " + lapsed + " lapsed",
        summary.checkDate().date(),
        summary.checkDate().zone().getId());
  }
}
