package dev.riexpiry.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingParserTest {
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, String> texts = Map.of("A", "1", "B", "one", "C", "two");
  private final SettingParser parser =
      new SettingParser(name -> Optional.ofNullable(texts.get(name)), faults);

  private static Integer number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new InvalidValueException("'" + text + "' is not a number", "write one");
    }
  }

  @Test
  void readsWhatIsSetAndFallsBackWhereNothingIs() {
    assertThat(parser.value("A", SettingParserTest::number, 7)).isEqualTo(1);
    assertThat(parser.value("Z", SettingParserTest::number, 7)).isEqualTo(7);
    assertThat(parser.optional("A", SettingParserTest::number)).contains(1);
    assertThat(parser.optional("Z", SettingParserTest::number)).isEmpty();
    assertThat(faults).isEmpty();
  }

  @Test
  void goesOnAfterAFault() {
    assertThat(parser.value("B", SettingParserTest::number, 7)).isEqualTo(7);
    assertThat(parser.optional("C", SettingParserTest::number)).isEmpty();
    assertThat(faults)
        .containsExactly(
            new Fault("B", "'one' is not a number", "write one"),
            new Fault("C", "'two' is not a number", "write one"));
  }
}
