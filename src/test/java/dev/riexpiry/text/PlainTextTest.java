package dev.riexpiry.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\u0007", "\t", "\n", "\r", "\u001B", "\u007F", "\u0085", "\u00AD", "\u200B",
        "\u200D", "\u202E", "\u2028", "\u2029", "\u2066", "\uFEFF", "\uD800", "\uE000", "\uFFFF"
      })
  void replacesWhatMovesACursorReordersOrHides(String character) {
    assertThat(PlainText.of("a" + character + "b")).isEqualTo("a\uFFFDb");
  }

  @Test
  void leavesEveryReadableTextAsItIs() {
    String text = "web – prod é 本番 サーバー 😀 Ω \u00A0 \u3000 {}<>&\"'";

    assertThat(PlainText.of(text)).isEqualTo(text);
  }
}
