package dev.riexpiry.cli;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Columns that line up on a terminal. Where they are wider than it is, those that may give way
/// become narrower, and then the last ones are left out.
final class TextTable {
  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<Row> rows = new ArrayList<>();

  private TextTable(List<Column> columns, boolean header) {
    this.columns = List.copyOf(columns);
    if (header) {
      add(Urgency.NONE, columns.stream().map(Column::name).toList());
    }
  }

  /// @param header the names of the columns, all as wide as they have to be
  TextTable(List<String> header) {
    this(header.stream().map(Column::fixed).toList(), true);
  }

  /// A table of columns some of which may give way.
  static TextTable of(List<Column> columns) {
    return new TextTable(columns, true);
  }

  void add(Urgency urgency, List<String> cells) {
    rows.add(new Row(urgency, cells.stream().map(PlainText::of).toList()));
  }

  /// Writes all of it, however wide that is.
  String render(boolean color) {
    return render(color, OptionalInt.empty());
  }

  /// @param width the cells that a line may take; empty for as many as it needs
  String render(boolean color, OptionalInt width) {
    List<Integer> widths = widths();
    width.ifPresent(limit -> narrow(widths, limit));
    String lines =
        rows.stream()
            .map(row -> color ? row.urgency().paint(line(row, widths)) : line(row, widths))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    List<String> missing =
        columns.subList(widths.size(), columns.size()).stream().map(Column::name).toList();
    return missing.isEmpty()
        ? lines
        : lines
            + "Not shown for lack of room: %s; --wide shows all.\n"
                .formatted(String.join(", ", missing));
  }

  /// The widths of all columns, each as wide as its widest cell.
  private List<Integer> widths() {
    return new ArrayList<>(
        IntStream.range(0, columns.size())
            .mapToObj(
                i -> rows.stream().mapToInt(row -> Cells.width(row.cells().get(i))).max().orElse(0))
            .toList());
  }

  /// Takes from the columns that give way first, and leaves out the last ones where that is not
  /// enough. What is gained by leaving one out goes back to the others.
  private void narrow(List<Integer> widths, int limit) {
    List<Integer> whole = List.copyOf(widths);
    while (true) {
      int excess = excess(widths, limit);
      for (int i : givingWay(widths.size())) {
        int least = Math.min(widths.get(i), columns.get(i).least());
        int taken = Math.min(Math.max(0, excess), widths.get(i) - least);
        widths.set(i, widths.get(i) - taken);
        excess -= taken;
      }
      if (excess <= 0 || widths.size() == 1) {
        return;
      }
      int left = widths.size() - 1;
      widths.clear();
      widths.addAll(whole.subList(0, left));
    }
  }

  private static int excess(List<Integer> widths, int limit) {
    return widths.stream().mapToInt(Integer::intValue).sum()
        + GAP.length() * (widths.size() - 1)
        - limit;
  }

  /// The columns among the first ones that give way, in that order.
  private List<Integer> givingWay(int first) {
    return IntStream.range(0, first)
        .boxed()
        .filter(i -> columns.get(i).order() > 0)
        .sorted(Comparator.comparingInt(i -> columns.get(i).order()))
        .toList();
  }

  private static String line(Row row, List<Integer> widths) {
    return IntStream.range(0, widths.size())
        .mapToObj(i -> Cells.fit(row.cells().get(i), widths.get(i)))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  /// A column.
  ///
  /// @param name stands above it
  /// @param order its place among the columns that give way, from 1; 0 if it does not
  /// @param least the cells that it keeps however narrow the table is
  record Column(String name, int order, int least) {
    Column {
      requireNonNull(name, "name is null");
    }

    /// A column that is always as wide as it has to be.
    static Column fixed(String name) {
      return new Column(name, 0, 0);
    }
  }

  private record Row(Urgency urgency, List<String> cells) {}
}
