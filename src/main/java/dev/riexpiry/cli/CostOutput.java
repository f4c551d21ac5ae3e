package dev.riexpiry.cli;

import dev.riexpiry.alert.Stakes;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.cost.CostGrouping;
import dev.riexpiry.cost.CostReading;
import dev.riexpiry.cost.CostSums;
import dev.riexpiry.cost.CostSums.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Costs as tables, one for each currency: a line for each group, and one for all together. The
/// newest days come first, since the last columns are those for which a terminal has no room.
final class CostOutput {
  private static final String NOT_READ = "not read";
  private static final int SHORTEST_NAME = 24;

  private CostOutput() {}

  /// @param width the cells that a line may take; empty for as many as it needs
  static String of(CostReading reading, CostGrouping grouping, OptionalInt width) {
    if (!reading.isKnown()) {
      return "";
    }
    List<CostSums> sums = CostSums.nested(reading, grouping);
    StringBuilder text = new StringBuilder();
    for (CostSums each : sums) {
      text.append(text.isEmpty() ? "" : "\n").append(table(each, reading, grouping, width));
    }
    return text.append(text.isEmpty() ? "Nothing was paid on these days.\n" : "\n")
        .append(notes(reading, grouping))
        .toString();
  }

  private static String table(
      CostSums sums, CostReading reading, CostGrouping grouping, OptionalInt width) {
    List<LocalDate> days = sums.days().reversed();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.concat(
                Stream.of(heading(grouping), ("TOTAL " + sums.currency()).strip()),
                days.stream().map(day -> day + (reading.estimated().contains(day) ? "*" : "")))
            .toList());
    sums.lines().forEach(line -> rows.add(cells(line.name(), line)));
    if (grouping == CostGrouping.ACCOUNT) {
      for (AccountLabel account : reading.unreadAccounts()) {
        rows.add(
            Stream.concat(
                    Stream.of(CostGrouping.name(account)),
                    IntStream.rangeClosed(0, days.size()).mapToObj(_ -> NOT_READ))
                .toList());
      }
    }
    rows.add(cells("together", sums.total()));
    return aligned(rows, width);
  }

  private static String heading(CostGrouping grouping) {
    return switch (grouping) {
      case ACCOUNT -> "ACCOUNT";
      case OU -> "UNIT";
      case SERVICE -> "SERVICE";
    };
  }

  private static List<String> cells(String name, Line line) {
    return Stream.concat(
            Stream.of(name, amount(line.sum())),
            line.amounts().reversed().stream().map(CostOutput::amount))
        .toList();
  }

  /// An amount, rounded only here: the sums themselves are exact.
  private static String amount(BigDecimal amount) {
    return Stakes.amount(amount);
  }

  /// Lays out a table whose first row is its head; all columns but the first end at one place.
  private static String aligned(List<List<String>> rows, OptionalInt width) {
    int columns = rows.getFirst().size();
    List<Integer> widths =
        IntStream.range(0, columns)
            .map(at -> rows.stream().mapToInt(row -> Cells.width(row.get(at))).max().orElse(0))
            .boxed()
            .toList();
    List<List<String>> even =
        rows.stream()
            .map(row ->
                IntStream.range(0, columns)
                    .mapToObj(at ->
                        at == 0
                            ? row.get(at)
                            : " ".repeat(widths.get(at) - Cells.width(row.get(at))) + row.get(at))
                    .toList())
            .toList();
    TextTable table =
        TextTable.of(
            IntStream.range(0, columns)
                .mapToObj(at ->
                    at == 0
                        ? new TextTable.Column(even.getFirst().get(at), 1, SHORTEST_NAME)
                        : TextTable.Column.fixed(even.getFirst().get(at)))
                .toList());
    even.stream().skip(1).forEach(row -> table.add(Urgency.NONE, row));
    return table.render(false, width);
  }

  private static String notes(CostReading reading, CostGrouping grouping) {
    StringBuilder text = new StringBuilder();
    if (!reading.estimated().isEmpty()) {
      text.append("* estimated: the bill may still change it\n");
    }
    if (grouping == CostGrouping.OU) {
      text.append("The sum of a unit includes what is below it.\n");
    }
    return text.append(
            "Costs: %s to %s (UTC), %s; %d %s to Cost Explorer\n"
                .formatted(
                    reading.days().from(),
                    reading.days().to(),
                    reading.metric().id(),
                    reading.requests(),
                    reading.requests() == 1 ? "request" : "requests"))
        .toString();
  }
}
