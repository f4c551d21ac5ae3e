package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "web – prod é | web - prod e",
        "Größe “x” | Grosse \"x\"",
        "4 × m5.large | 4 x m5.large",
        "Łódź, Ærø, Đà Nẵng | Lodz, AEro, Da Nang",
        "½ off | 1/2 off",
        "ＰＲＯＤ | PROD",
        "本番 prod | prod",
        "a😀b | ab"
      })
  void spellsWhatHasASpellingAndDropsTheRest(String text, String ascii) {
    assertThat(AsciiText.of(text)).isEqualTo(ascii);
  }

  @Test
  void makesOneSpaceOfAnyWhiteSpace() {
    assertThat(AsciiText.of(" a\r\n\tb\u00A0\u3000\u2028c ")).isEqualTo("a b c");
  }

  @Test
  void dropsTheEscapeOfATerminalSequence() {
    assertThat(AsciiText.of("\u001B[31mred")).isEqualTo("[31mred");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "本番", "\u0000\u001B\u007F", "\uD800"})
  void mayBecomeEmpty(String text) {
    assertThat(AsciiText.of(text)).isEmpty();
  }

  @Test
  void isPrintableAsciiWhateverComes() {
    long seed = 20_260_504;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(20), 0, 0x10000).forEach(c -> text.append((char) c));

      assertThat(AsciiText.of(text.toString()))
          .as("seed %d, round %d", seed, i)
          .matches("([!-~]+( [!-~]+)*)?");
    }
  }
}
