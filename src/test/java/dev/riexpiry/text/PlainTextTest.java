package dev.riexpiry.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\u0007", "\t", "\n", "\r", "\u001B", "\u007F", "\u0085", "\u009B", "\u2028",
        "\u2029", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068",
        "\u2069", "\uD800", "\uDC00", "\uFFFE", "\uFFFF", "\uFDD0"
      })
  void replacesWhatMovesACursorBreaksALineOrReorders(String character) {
    assertThat(PlainText.of("a" + character + "b")).isEqualTo("a\uFFFDb");
  }

  @Test
  void leavesEveryReadableTextAsItIs() {
    String text = "web – prod é 本番 サーバー 😀 Ω \u00A0 \u3000 {}<>&\"'";

    assertThat(PlainText.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a family, a pirate flag, a keycap, a flag of England with its tags
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "\uD83C\uDFF4\u200D\u2620\uFE0F",
        "1\uFE0F\u20E3",
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
        // Persian with a non-joiner, Arabic with a mark, Hindi with a joiner, a soft hyphen
        "می\u200Cخواهم",
        "الإنتاج\u200F 1",
        "क्\u200Dष",
        "Donau\u00ADdampf",
        // private use, and an emoji of a Unicode version to come
        "\uF8FF",
        "\uD83E\uDFFF"
      })
  void keepsWhatEmojiAndNamesAreWrittenWith(String text) {
    assertThat(PlainText.of(text)).isEqualTo(text);
  }
}
