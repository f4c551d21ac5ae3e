package dev.riexpiry.cli;

import dev.riexpiry.alert.AdviceText;
import dev.riexpiry.alert.Cause;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.Stakes;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.delivery.LedgerStatus;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.finding.Worth;
import dev.riexpiry.page.OtherCommitments;
import dev.riexpiry.page.RowOrder;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import dev.riexpiry.sweep.ClosedAccount;
import dev.riexpiry.text.PlainText;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A report for people at a terminal.
final class TableOutput {
  private final CheckReport report;
  private final CheckSummary summary;
  private final Terminal terminal;
  private final RowOrder order;
  private final OptionalInt width;
  private final boolean records;

  private TableOutput(CheckReport report, Terminal terminal, RowOrder order, OptionalInt width) {
    this.report = report;
    this.summary = report.summary();
    this.terminal = terminal;
    this.order = order;
    this.width = width;
    this.records = report.ledger().state() != LedgerStatus.State.OFF;
  }

  /// @param order the order of the rows
  /// @param wide whether the rows may be wider than the terminal
  static String of(CheckReport report, Terminal terminal, RowOrder order, boolean wide) {
    TableOutput table =
        new TableOutput(
            report, terminal, order, wide ? OptionalInt.empty() : terminal.columns().get());
    return table.lapsed()
        + table.expiring()
        + table.notPaid()
        + table.ignored()
        + unread(report)
        + "\n"
        + closed(report.closed())
        + notOffered(report.notOffered())
        + table.totals()
        + table.narrowed()
        + table.counts();
  }

  /// Names the accounts that the organization has and that are not open.
  static String closed(List<ClosedAccount> accounts) {
    return accounts.isEmpty()
        ? ""
        : accounts.stream()
            .map(account -> "%s (%s, %s)".formatted(account.name(), account.id(), account.state()))
            .map(PlainText::of)
            .collect(Collectors.joining(", ", "Not open, and not read: ", "\n"));
  }

  /// Counts the places in which AWS says that it offers nothing, by region and service.
  private static String notOffered(List<Unread> places) {
    return places.isEmpty()
        ? ""
        : places.stream()
            .collect(
                Collectors.groupingBy(
                    item -> item.place().part(), LinkedHashMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> entry.getKey() + (entry.getValue() == 1 ? "" : " × " + entry.getValue()))
            .collect(Collectors.joining(", ", "Not offered by AWS, as was told before: ", "\n"));
  }

  private String lapsed() {
    List<Lapsed> lapsed = report.findings(Lapsed.class);
    if (lapsed.isEmpty()) {
      return "";
    }
    boolean renews = lapsed.stream().anyMatch(item -> !item.renewal().by().isEmpty());
    boolean advises = advises(lapsed);
    return rendered(
            "LAPSED",
            sorted(
                lapsed.stream()
                    .map(item ->
                        new Line(
                            item.commitment(),
                            Urgency.HIGH,
                            when(item),
                            renews ? Optional.of(renewed(item.renewal())) : Optional.empty(),
                            advises ? Optional.of(advice(item)) : Optional.empty(),
                            summary.history().isDue(item) ? "due" : "before"))
                    .toList()))
        + "\n";
  }

  private List<Line> sorted(List<Line> lines) {
    return order == RowOrder.END
        ? lines
        : lines.stream()
            .sorted(Comparator.comparing(Line::commitment, order.comparator(summary.accounts())))
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
            summary.milestones().largest(),
            summary.checkDate().date(),
            summary.checkDate().zone().getId(),
            report.complete() ? "." : ", but not everything could be read.");
  }

  private String listed(List<Expiring> expiring) {
    boolean renews = expiring.stream().anyMatch(item -> !item.renewal().by().isEmpty());
    boolean advises = advises(expiring);
    List<Line> lines =
        Stream.concat(
                expiring.stream()
                    .map(item ->
                        new Line(
                            item.commitment(),
                            item.renewed() ? Urgency.NONE : Urgency.of(item.daysLeft()),
                            days(item.daysLeft()),
                            renews ? Optional.of(renewed(item.renewal())) : Optional.empty(),
                            advises ? Optional.of(advice(item)) : Optional.empty(),
                            announced(item))),
                OtherCommitments.of(report).stream()
                    .map(item ->
                        new Line(
                            item,
                            Urgency.NONE,
                            days(summary.checkDate().daysLeft(item.end())),
                            Optional.empty(),
                            Optional.empty(),
                            "")))
            .toList();
    return lines.isEmpty() ? "" : rendered("DAYS", sorted(lines)) + WeekSummary.of(lastDays(lines));
  }

  private List<LocalDate> lastDays(List<Line> lines) {
    return lines.stream()
        .map(line -> summary.checkDate().lastDay(line.commitment().end()))
        .toList();
  }

  private static String days(long daysLeft) {
    return String.format(Locale.ROOT, "%4d", daysLeft);
  }

  /// Writes commitments, what decides first. Renewals, advice and earlier announcements have a
  /// column only where there is something to show.
  private String rendered(String first, List<Line> lines) {
    boolean renews = lines.stream().anyMatch(line -> line.renewed().isPresent());
    boolean advises = lines.stream().anyMatch(line -> line.advice().isPresent());
    boolean values = lines.stream().anyMatch(line -> atStake(line.commitment()).isPresent());
    List<TextTable.Column> columns = new ArrayList<>();
    columns.add(TextTable.Column.fixed(first));
    columns.add(TextTable.Column.fixed("LAST DAY"));
    columns.add(new TextTable.Column("ACCOUNT", 4, 12));
    columns.add(new TextTable.Column("WHAT", 3, 16));
    if (renews) {
      columns.add(TextTable.Column.fixed("RENEWED"));
    }
    if (values) {
      columns.add(TextTable.Column.fixed("USED"));
      columns.add(TextTable.Column.fixed("AT STAKE"));
    }
    if (advises) {
      columns.add(TextTable.Column.fixed("ADVICE"));
    }
    if (records) {
      columns.add(TextTable.Column.fixed("TOLD"));
    }
    columns.add(TextTable.Column.fixed("REGION"));
    columns.add(new TextTable.Column("SERVICE", 2, 8));
    columns.add(new TextTable.Column("ID", 1, 8));
    TextTable table = TextTable.of(columns);
    lines.forEach(line -> table.add(line.urgency(), cells(line, renews, values, advises)));
    return table.render(terminal.color(), width);
  }

  private List<String> cells(Line line, boolean renews, boolean values, boolean advises) {
    Commitment commitment = line.commitment();
    List<String> cells = new ArrayList<>();
    cells.add(line.first());
    cells.add(summary.checkDate().lastDay(commitment.end()).toString());
    cells.add(summary.accounts().labelOf(Place.of(commitment)));
    cells.add(commitment.description());
    if (renews) {
      cells.add(line.renewed().orElse(""));
    }
    if (values) {
      cells.add(used(commitment).orElse(""));
      cells.add(atStake(commitment).orElse(""));
    }
    if (advises) {
      cells.add(line.advice().orElse(""));
    }
    if (records) {
      cells.add(line.told());
    }
    cells.add(commitment.region());
    cells.add(commitment.service().label());
    cells.add(commitment.id());
    return cells;
  }

  private Optional<String> used(Commitment commitment) {
    return summary
        .payer()
        .appraisals()
        .of(commitment)
        .flatMap(Appraisal::usage)
        .map(usage -> usage.percent().toPlainString() + " %");
  }

  private Optional<String> atStake(Commitment commitment) {
    Worth worth = summary.worth(commitment);
    return worth
        .monthlyAtStake()
        .map(amount -> (Stakes.amount(amount) + " " + worth.currency().orElse("")).strip());
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
            : summary
                .history()
                .firstAnnounced(item)
                .map(LocalDate::toString)
                .orElse("by another run");
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

  /// The places that could not be read, with their remedies; empty if all was read.
  static String unread(CheckReport report) {
    return unread(
        report.findings(Unread.class).stream()
            .map(unread -> new PlaceFailure(unread.place(), unread.failure()))
            .toList(),
        report.summary().accounts());
  }

  /// The same for places that are known before a check has run.
  static String unread(List<PlaceFailure> failures, AccountLabels accounts) {
    StringBuilder text = new StringBuilder();
    for (Cause cause : Cause.group(failures)) {
      text.append(
          text.isEmpty() ? "\nCould not be read; a commitment there may be ending unseen:\n" : "");
      cause.lines(accounts).forEach(line -> text.append("  ").append(line).append('\n'));
      text.append(
          "    %s%n    To mend it: %s%n"
              .formatted(
                  PlainText.of(cause.failure().reason()), PlainText.of(cause.failure().remedy())));
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
        "Accounts: %d of %d read; targets: %d read, %d unreadable; commitments: %d active, %d expiring%s; as of %s (%s)%n",
        counts.accountsRead(),
        counts.accountsConfigured(),
        counts.targetsRead(),
        counts.targetsUnreadable(),
        counts.active(),
        summary.expiring(),
        lapsed == 0 ? "" : ", " + lapsed + " lapsed",
        summary.checkDate().date(),
        summary.checkDate().zone().getId());
  }

  /// A commitment as a row.
  ///
  /// @param first when it ends or ended
  /// @param renewed what is known of its renewal, where that is shown
  /// @param advice what to do about it, where that is shown
  /// @param told whether people are told of it
  private record Line(
      Commitment commitment,
      Urgency urgency,
      String first,
      Optional<String> renewed,
      Optional<String> advice,
      String told) {}
}
