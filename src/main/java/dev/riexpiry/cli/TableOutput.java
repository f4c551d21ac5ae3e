package dev.riexpiry.cli;



import dev.riexpiry.alert.Cause;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.NotPaid;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.LedgerStatus;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unreadable;
import dev.riexpiry.policy.Ignored;
import dev.riexpiry.text.PlainText;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A report for people at a terminal.
final class TableOutput {
  private TableOutput() {}

  static String of(CheckReport report, boolean color) {
    return lapsed(report, color)
        + expiring(report, color)
        + notPaid(report.troubles(), report.summary())
        + ignored(report)
        + unreadable(report.unreadable())
        + "\n"
        + summary(report);
  }

  /// What has ended with nothing in its place; nothing if nothing has.
  private static String lapsed(CheckReport report, boolean color) {
    if (report.lapsed().isEmpty()) {
      return "";
    }
    CheckSummary summary = report.summary();
    boolean remembers = report.ledger().state() != LedgerStatus.State.OFF;
    TextTable table =
        new TextTable(
            row(
                cells(false, "", remembers, "TOLD"),
                "LAPSED",
                "LAST DAY",
                "ACCOUNT",
                "REGION",
                "SERVICE",
                "WHAT",
                "ID"));
    for (Lapsed item : report.lapsed()) {
      table.add(
          Urgency.HIGH,
          row(
              cells(false, "", remembers, summary.memory().isDue(item) ? "due" : "before"),
              String.format(Locale.ROOT, "%2dd ago", item.daysAgo()),
              place(item.commitment(), summary)));
    }
    return table.render(color) + "\n";
  }

  /// What nobody is told of; nothing if that is nothing.
  private static String ignored(CheckReport report) {
    StringBuilder text = new StringBuilder();
    for (Ignored item : report.ignored()) {
      text.append(text.isEmpty() ? "\nIgnored, as the accounts file says:\n" : "")
          .append(
              "  %s, %s %s, %s, last day %s%n    until %s: %s%n"
                  .formatted(
                      PlainText.of(report.summary().labelOf(item.commitment().accountId())),
                      item.commitment().region(),
                      item.commitment().service().label(),
                      PlainText.of(item.commitment().id()),
                      report.summary().checkDate().lastDay(item.commitment().end()),
                      item.because().until(),
                      PlainText.of(item.because().reason())));
    }
    return text.toString();
  }

  private static String expiring(CheckReport report, boolean color) {
    CheckSummary summary = report.summary();
    if (report.expiring().isEmpty()) {
      return "Nothing %s within %s days of %s (%s)%s%n"
          .formatted(
              report.complete() ? "ends" : "was found to end",
              summary.milestones().largest(),
              summary.checkDate().date(),
              summary.checkDate().zone().getId(),
              report.complete() ? "." : ", but not everything could be read.");
    }
    boolean renews =
        report.expiring().stream().anyMatch(item -> !summary.renewals().of(item).by().isEmpty());
    boolean remembers = report.ledger().state() != LedgerStatus.State.OFF;
    TextTable table =
        new TextTable(
            row(
                cells(renews, "RENEWED", remembers, "TOLD"),
                "DAYS",
                "LAST DAY",
                "ACCOUNT",
                "REGION",
                "SERVICE",
                "WHAT",
                "ID"));
    for (Expiring item : report.expiring()) {
      table.add(
          summary.renewals().isSettled(item) ? Urgency.NONE : Urgency.of(item.daysLeft()),
          row(
              cells(renews, renewed(summary.renewals().of(item)), remembers, told(item, summary)),
              String.format(Locale.ROOT, "%4d", item.daysLeft()),
              place(item.commitment(), summary)));
    }
    return table.render(color);
  }

  /// The columns of a commitment from its last day on.
  private static String[] place(Commitment commitment, CheckSummary summary) {
    return new String[] {
      summary.checkDate().lastDay(commitment.end()).toString(),
      summary.labelOf(commitment.accountId()),
      commitment.region(),
      commitment.service().label(),
      commitment.description(),
      commitment.id()
    };
  }

  /// What is renewed and what was told before have a column only where there is something to say.
  private static Stream<String> cells(
      boolean renews, String renewed, boolean remembers, String told) {
    return Stream.concat(
        renews ? Stream.of(renewed) : Stream.empty(), remembers ? Stream.of(told) : Stream.empty());
  }

  private static String[] row(Stream<String> more, String... cells) {
    return Stream.concat(Stream.of(cells), more).toArray(String[]::new);
  }

  private static String renewed(Renewal renewal) {
    String gap = renewal.gapDays() == 0 ? "" : ", gap of %s d".formatted(renewal.gapDays());
    return switch (renewal) {
      case Renewal.Covered _ -> "yes" + gap;
      case Renewal.Partly partly ->
          partly.share().movePointRight(2).setScale(0, RoundingMode.DOWN) + " %" + gap;
      case Renewal.None _ -> "no";
    };
  }

  private static String[] row(Stream<String> more, String first, String[] others) {
    return row(more, Stream.concat(Stream.of(first), Stream.of(others)).toArray(String[]::new));
  }

  /// Whether this run tells of it, or else when it was told first.
  private static String told(Expiring item, CheckSummary summary) {
    return summary.renewals().isSettled(item)
        ? "renewed"
        : summary.isDue(item)
            ? "due"
            : summary.memory().firstTold(item).map(LocalDate::toString).orElse("by another run");
  }

  /// What is not paid and what to do; nothing if all is.
  private static String notPaid(List<Unpaid> troubles, CheckSummary summary) {
    if (troubles.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\nNot paid; gives no discount:\n");
    for (Unpaid trouble : troubles) {
      Commitment commitment = trouble.commitment();
      text.append(
          "  %s, %s, %s: %s, %s%n    %s%n    To mend it: %s%n"
              .formatted(
                  PlainText.of(summary.labelOf(commitment.accountId())),
                  commitment.region(),
                  commitment.service().label(),
                  PlainText.of(commitment.description()),
                  PlainText.of(commitment.id()),
                  NotPaid.since(trouble),
                  NotPaid.remedy(trouble)));
    }
    return text.toString();
  }

  /// What could not be read and how to mend it; nothing if all was read.
  static String unreadable(List<Unreadable> unreadable) {
    if (unreadable.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder("\nCould not be read; a commitment there may be ending unseen:\n");
    for (Cause cause : Cause.group(unreadable)) {
      cause.places().forEach(places -> text.append("  ").append(places).append('\n'));
      text.append(
          "    %s: %s, %s%n    To mend it: %s%n"
              .formatted(
                  cause.action(),
                  PlainText.of(cause.code()),
                  PlainText.of(cause.message()),
                  PlainText.of(cause.remedy())));
    }
    return text.toString();
  }

  private static String summary(CheckReport report) {
    ReadCounts coverage = report.summary().coverage();
    return String.format(
        Locale.ENGLISH,
        "Accounts: %d of %d read; targets: %d read, %d unreadable; commitments: %d active, %d expiring%s; as of %s (%s)%n",
        coverage.accountsRead(),
        coverage.accountsConfigured(),
        coverage.targetsRead(),
        coverage.targetsUnreadable(),
        coverage.active(),
        report.expiring().size(),
        report.lapsed().isEmpty() ? "" : ", " + report.lapsed().size() + " lapsed",
        report.summary().checkDate().date(),
        report.summary().checkDate().zone().getId());
  }
}
