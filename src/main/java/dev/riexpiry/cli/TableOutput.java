package dev.riexpiry.cli;

import dev.riexpiry.alert.Cause;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.check.LedgerUse;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.expiry.Expiring;
import dev.riexpiry.ledger.Memory;
import dev.riexpiry.sweep.Coverage;
import dev.riexpiry.sweep.Unreadable;
import dev.riexpiry.text.PlainText;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A report for people at a terminal.
final class TableOutput {
  private TableOutput() {}

  static String of(CheckReport report, boolean color) {
    return expiring(report, color) + unreadable(report.unreadable()) + "\n" + summary(report);
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
    boolean remembers = report.ledger().state() != LedgerUse.State.OFF;
    TextTable table =
        new TextTable(
            row(
                remembers,
                "TOLD",
                "DAYS",
                "LAST DAY",
                "ACCOUNT",
                "REGION",
                "SERVICE",
                "WHAT",
                "ID"));
    for (Expiring item : report.expiring()) {
      Commitment commitment = item.commitment();
      table.add(
          Urgency.of(item.daysLeft()),
          row(
              remembers,
              told(item, summary.memory()),
              String.format(Locale.ROOT, "%4d", item.daysLeft()),
              summary.checkDate().lastDay(commitment.end()).toString(),
              summary.labelOf(commitment.accountId()),
              commitment.region(),
              commitment.service().label(),
              commitment.description(),
              commitment.id()));
    }
    return table.render(color);
  }

  /// What was told before has a column only where somebody remembers it.
  private static String[] row(boolean remembers, String told, String... cells) {
    return remembers
        ? Stream.concat(Stream.of(cells), Stream.of(told)).toArray(String[]::new)
        : cells;
  }

  /// Whether this run tells of it, or else when it was told first.
  private static String told(Expiring item, Memory memory) {
    return memory.isDue(item)
        ? "due"
        : memory.firstTold(item).map(LocalDate::toString).orElse("by another run");
  }

  /// What could not be read and how to mend it; nothing if all was read.
  static String unreadable(List<Unreadable> unreadable) {
    if (unreadable.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder("\nCould not be read; a reservation there may be ending unseen:\n");
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
    Coverage coverage = report.summary().coverage();
    return String.format(
        Locale.ENGLISH,
        "Accounts: %d of %d read; targets: %d read, %d unreadable; reservations: %d active, %d expiring; as of %s (%s)%n",
        coverage.accountsRead(),
        coverage.accountsConfigured(),
        coverage.targetsRead(),
        coverage.targetsUnreadable(),
        coverage.active(),
        report.expiring().size(),
        report.summary().checkDate().date(),
        report.summary().checkDate().zone().getId());
  }
}
