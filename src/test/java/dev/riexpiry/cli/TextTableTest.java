package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
