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

  /// The characters that Unicode calls East Asian wide or full-width. A script alone does not
  /// decide: half-width katakana take one cell, and the long-vowel sign belongs to no script.
  private static final List<Range> WIDE =
      List.of(
          new Range(0x1100, 0x115F),
          new Range(0x2E80, 0x303E),
          new Range(0x3041, 0x4DBF),
          new Range(0x4E00, 0xA4CF),
          new Range(0xA960, 0xA97C),
          new Range(0xAC00, 0xD7A3),
          new Range(0xF900, 0xFAFF),
          new Range(0xFE30, 0xFE6F),
          new Range(0xFF01, 0xFF60),
          new Range(0xFFE0, 0xFFE6),
          new Range(0x1F300, 0x1F64F),
          new Range(0x1F680, 0x1F6FF),
          new Range(0x1F900, 0x1FAFF),
          new Range(0x20000, 0x3FFFD));

  private final List<Row> rows = new ArrayList<>();

  /// @param header the names of the columns
  TextTable(List<String> header) {
    add(Urgency.NONE, header);
  }

  void add(Urgency urgency, List<String> cells) {
    rows.add(new Row(urgency, cells.stream().map(PlainText::of).toList()));
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
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return WIDE.stream().anyMatch(range -> range.holds(codePoint)) ? 2 : 1;
  }

  private record Range(int first, int last) {
    boolean holds(int codePoint) {
      return first <= codePoint && codePoint <= last;
    }
  }

  private record Row(Urgency urgency, List<String> cells) {}
}
