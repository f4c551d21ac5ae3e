package dev.riexpiry.page;

import dev.riexpiry.alert.Wording;
import dev.riexpiry.page.PageView.TableView;
import java.util.List;
import java.util.stream.Collectors;

/// The cliff as a table, which names everything that ends.
final class CliffTable {
  private static final List<String> COLUMNS =
      List.of("Month", "An hour", "Ends in it", "Renewed of that", "Without a price", "What ends");

  private CliffTable() {}

  static TableView of(List<Cliff> cliffs, Inventory inventory) {
    return new TableView(
        "The cliff as a table",
        COLUMNS,
        cliffs.stream()
            .flatMap(cliff ->
                cliff.months().stream().map(month -> cells(month, cliff.currency(), inventory)))
            .toList());
  }

  private static List<String> cells(Cliff.Month month, String currency, Inventory inventory) {
    return List.of(
        CliffView.month(month),
        CliffView.amount(month.committed(), currency),
        CliffView.amount(month.ending(), currency),
        CliffView.amount(month.renewed(), currency),
        Wording.number(month.unpriced()),
        month.ends().isEmpty()
            ? "—"
            : month.ends().stream()
                .map(item -> CliffView.name(item, inventory))
                .collect(Collectors.joining("; ")));
  }
}
