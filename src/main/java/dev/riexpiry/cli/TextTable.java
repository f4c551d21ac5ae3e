package dev.riexpiry.cli;

import dev.riexpiry.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Columns that line up on a terminal, where a Chinese, Japanese or Korean character takes two
/// cells.
final class TextTable {
  private static final String GAP = "  ";

  private final List<Row> rows = new ArrayList<>();

  /// @param header what the columns hold
  TextTable(String... header) {
    add(Urgency.NONE, header);
  }

  void add(Urgency urgency, String... cells) {
    rows.add(new Row(urgency, List.of(cells).stream().map(PlainText::of).toList()));
  }

  String render(boolean color) {
    int columns = rows.getFirst().cells().size();
    List<Integer> widths =
        IntStream.range(0, columns)
            .mapToObj(i -> rows.stream().mapToInt(row -> width(row.cells().get(i))).max().orElse(0))
            .toList();
    return rows.stream()
        .map(row -> color ? row.urgency().paint(line(row, widths)) : line(row, widths))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String line(Row row, List<Integer> widths) {
    return IntStream.range(0, widths.size())
        .mapToObj(i -> row.cells().get(i) + " ".repeat(widths.get(i) - width(row.cells().get(i))))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static int width(String text) {
    return text.codePoints().map(TextTable::cells).sum();
  }

  private static int cells(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        switch (Character.UnicodeScript.of(codePoint)) {
          case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
          default ->
              (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
                  || (codePoint >= 0xFF01 && codePoint <= 0xFF60);
        };
    return wide ? 2 : 1;
  }

  private record Row(Urgency urgency, List<String> cells) {}
}
