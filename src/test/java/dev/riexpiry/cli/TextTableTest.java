package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void linesUpColumnsWithoutSpaceAtTheEnd() {
    TextTable table = new TextTable(List.of("NAME", "ID"));
    table.add(Urgency.NONE, List.of("web-prod", "1"));
    table.add(Urgency.NONE, List.of("x", "222"));

    assertThat(table.render(false))
        .isEqualTo(
            """
            NAME      ID
            web-prod  1
            x         222
            """);
  }

  @Test
  void countsTheCellsOfATerminalAndNotCharacters() {
    TextTable table = new TextTable(List.of("NAME", "ID"));
    table.add(Urgency.NONE, List.of("サーバー", "1"));
    table.add(Urgency.NONE, List.of("本番、。「」", "2"));
    table.add(Urgency.NONE, List.of("ｻｰﾊﾞｰ", "3"));
    table.add(Urgency.NONE, List.of("서울", "4"));
    table.add(Urgency.NONE, List.of("e\u0301té", "5"));
    table.add(Urgency.NONE, List.of("😀", "6"));
    table.add(Urgency.NONE, List.of("ＡＢ", "7"));

    assertThat(table.render(false))
        .isEqualTo(
            """
            NAME          ID
            サーバー      1
            本番、。「」  2
            ｻｰﾊﾞｰ         3
            서울          4
            e\u0301té           5
            😀            6
            ＡＢ          7
            """);
  }

  @Test
  void replacesControlCharacters() {
    TextTable table = new TextTable(List.of("A\u001B[2J", "B"));
    table.add(Urgency.NONE, List.of("x\ny", "z"));

    assertThat(table.render(false)).isEqualTo("A\uFFFD[2J  B\nx\uFFFDy    z\n");
  }

  @Test
  void coloursWholeLinesWhereItIsAsked() {
    TextTable table = new TextTable(List.of("D"));
    table.add(Urgency.HIGH, List.of("7"));
    table.add(Urgency.MEDIUM, List.of("30"));
    table.add(Urgency.NONE, List.of("31"));

    assertThat(table.render(true).lines())
        .containsExactly("D", Urgency.HIGH.paint("7"), Urgency.MEDIUM.paint("30"), "31");
    assertThat(table.render(false)).isEqualTo("D\n7\n30\n31\n");
  }

  private static final List<TextTable.Column> COLUMNS =
      List.of(
          TextTable.Column.fixed("DAY"),
          new TextTable.Column("WHAT", 2, 5),
          new TextTable.Column("ID", 1, 4));

  private static String narrow(int width) {
    TextTable table = TextTable.of(COLUMNS);
    table.add(Urgency.NONE, List.of("  7", "4 × m5.large", "5b8c21de-0001"));
    return table.render(false, OptionalInt.of(width));
  }

  @Test
  void whatGivesWayFirstIsCutFirst() {
    assertThat(narrow(32)).isEqualTo("DAY  WHAT          ID\n  7  4 × m5.large  5b8c21de-0001\n");
    assertThat(narrow(28)).isEqualTo("DAY  WHAT          ID\n  7  4 × m5.large  5b8c21de…\n");
    assertThat(narrow(20)).isEqualTo("DAY  WHAT       ID\n  7  4 × m5.l…  5b8…\n");
  }

  @Test
  void aColumnWithoutRoomIsLeftOutAndNamed() {
    assertThat(narrow(15))
        .isEqualTo(
            "DAY  WHAT\n  7  4 × m5.la…\nNot shown for lack of room: ID; --wide shows all.\n");
    assertThat(narrow(4))
        .isEqualTo("DAY\n  7\nNot shown for lack of room: WHAT, ID; --wide shows all.\n");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (int width = 4; width < 50; width++) {
      int most = width;
      assertThat(narrow(width).lines().filter(line -> !line.startsWith("Not shown")))
          .allMatch(line -> Cells.width(line) <= most);
    }
  }
}
