package dev.riexpiry.cli;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.Stakes;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.delivery.LedgerStatus;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Worth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/// Commitments in columns, what decides first. Renewals, use, advice and earlier announcements have
/// a column only where there is something to show.
final class CommitmentTable {
  private final CheckSummary summary;
  private final boolean color;
  private final OptionalInt width;
  private final boolean records;

  /// @param color whether what is urgent is coloured
  /// @param width the cells that a line may take; empty for as many as it needs
  CommitmentTable(CheckReport report, boolean color, OptionalInt width) {
    this.summary = report.summary();
    this.color = color;
    this.width = width;
    this.records = report.ledger().state() != LedgerStatus.State.OFF;
  }

  /// @param first the name of the column that says when each ends or ended
  String of(String first, List<CommitmentLine> lines) {
    List<Shown> columns = columns(first, lines);
    TextTable table = TextTable.of(columns.stream().map(Shown::column).toList());
    lines.forEach(line ->
        table.add(
            line.urgency(), columns.stream().map(column -> column.cell().apply(line)).toList()));
    return table.render(color, width);
  }

  private List<Shown> columns(String first, List<CommitmentLine> lines) {
    List<Shown> columns = new ArrayList<>();
    columns.add(fixed(first, CommitmentLine::first));
    columns.add(
        fixed("LAST DAY", line -> summary.checkDate().lastDay(line.commitment().end()).toString()));
    columns.add(
        new Shown(
            new TextTable.Column("ACCOUNT", 4, 12),
            line -> summary.accounts().labelOf(Place.of(line.commitment()))));
    columns.add(
        new Shown(new TextTable.Column("WHAT", 3, 16), line -> line.commitment().description()));
    if (any(lines, line -> line.renewed().isPresent())) {
      columns.add(fixed("RENEWED", line -> line.renewed().orElse("")));
    }
    if (any(lines, line -> atStake(line.commitment()).isPresent())) {
      columns.add(fixed("USED", line -> used(line.commitment()).orElse("")));
      columns.add(fixed("AT STAKE", line -> atStake(line.commitment()).orElse("")));
    }
    if (any(lines, line -> line.advice().isPresent())) {
      columns.add(fixed("ADVICE", line -> line.advice().orElse("")));
    }
    if (records) {
      columns.add(fixed("TOLD", CommitmentLine::told));
    }
    columns.add(fixed("REGION", line -> line.commitment().region()));
    columns.add(
        new Shown(
            new TextTable.Column("SERVICE", 2, 8), line -> line.commitment().service().label()));
    columns.add(new Shown(new TextTable.Column("ID", 1, 8), line -> line.commitment().id()));
    return columns;
  }

  private static boolean any(List<CommitmentLine> lines, Predicate<CommitmentLine> shown) {
    return lines.stream().anyMatch(shown);
  }

  private static Shown fixed(String name, Function<CommitmentLine, String> cell) {
    return new Shown(TextTable.Column.fixed(name), cell);
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

  /// A column and what it shows of a commitment.
  private record Shown(TextTable.Column column, Function<CommitmentLine, String> cell) {}
}
