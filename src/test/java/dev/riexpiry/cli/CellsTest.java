package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
  @ParameterizedTest
  @CsvSource({
    "web-prod, 8",
    "本番, 4",
    "ｻｰﾊﾞｰ, 5",
    "e\u0301, 1",
    "😀, 2",
    "👩‍👩‍👧‍👦, 2",
    "🏳️‍🌈, 2",
    "🇯🇵, 2",
    "❤️, 2",
    "👍🏽, 4",
    "각, 2",
    "\u1100\u1161\u11A8, 2",
    "می‌خواهم, 7",
    "'', 0",
  })
  void areCountedBySignsAsAReaderSeesThem(String text, int cells) {
    assertThat(Cells.width(text)).isEqualTo(cells);
  }

  @Test
  void aTextThatIsTooLongIsCutBetweenTwoSigns() {
    assertThat(Cells.fit("web-prod", 8)).isEqualTo("web-prod");
    assertThat(Cells.fit("web-prod", 10)).isEqualTo("web-prod  ");
    assertThat(Cells.fit("web-prod", 5)).isEqualTo("web-…");
    assertThat(Cells.fit("本番環境", 6)).isEqualTo("本番… ");
    assertThat(Cells.fit("a👩‍👩‍👧‍👦bc", 3)).isEqualTo("a… ");
    assertThat(Cells.fit("web", 1)).isEqualTo("…");
    assertThat(Cells.fit("web", 0)).isEmpty();
  }
}
