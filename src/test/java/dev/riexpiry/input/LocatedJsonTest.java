package dev.riexpiry.input;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.riexpiry.input.LocatedJson.ArrayValue;
import dev.riexpiry.input.LocatedJson.BooleanValue;
import dev.riexpiry.input.LocatedJson.Member;
import dev.riexpiry.input.LocatedJson.NullValue;
import dev.riexpiry.input.LocatedJson.NumberValue;
import dev.riexpiry.input.LocatedJson.ObjectValue;
import dev.riexpiry.input.LocatedJson.Parsed;
import dev.riexpiry.input.LocatedJson.TextValue;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatedJsonTest {
  private static Parsed parse(String json) {
    return LocatedJson.parse(json.getBytes(UTF_8));
  }

  @Test
  void knowsTheLineOfEveryValueAndKeepsAKeyThatIsThereTwice() {
    assertThat(
            parse(
                """
                {
                  "id": 12345.0,
                  "id": "x"
                }
                """))
        .isEqualTo(
            new Parsed.Document(
                new ObjectValue(
                    1,
                    List.of(
                        new Member("id", 2, new NumberValue(2, "12345.0")),
                        new Member("id", 3, new TextValue(3, "x"))))));
  }

  @Test
  void readsEveryKindOfValue() {
    assertThat(parse("[\n1,\n\"a\",\ntrue,\nfalse,\nnull,\n[],\n{}]"))
        .isEqualTo(
            new Parsed.Document(
                new ArrayValue(
                    1,
                    List.of(
                        new NumberValue(2, "1"),
                        new TextValue(3, "a"),
                        new BooleanValue(4, true),
                        new BooleanValue(5, false),
                        new NullValue(6),
                        new ArrayValue(7, List.of()),
                        new ObjectValue(8, List.of())))));
  }

  @Test
  void readsWhatEditorsOnWindowsWrite() {
    assertThat(parse("\uFEFF{}")).isEqualTo(new Parsed.Document(new ObjectValue(1, List.of())));
    assertThat(LocatedJson.parse("{}".getBytes(UTF_16BE)))
        .isEqualTo(new Parsed.Document(new ObjectValue(1, List.of())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | line 1: there is nothing in it; write one JSON object",
        "` \n ` | line 1: there is nothing in it; write one JSON object",
        "`{}\n{}` | line 2: something follows the end of the JSON document; remove it, or move it inside",
      })
  void saysWhyItIsNoDocument(String text, String fault) {
    assertThat(parse(text)).hasToString("NotJson[fault=" + fault + "]");
  }

  @Test
  void saysWhereTheJsonBreaks() {
    assertThat(parse("{\n  \"accounts\": [\n    oops\n  ]\n}"))
        .isInstanceOfSatisfying(
            Parsed.NotJson.class,
            broken -> {
              assertThat(broken.fault().place()).isEqualTo("line 3, column 5");
              assertThat(broken.fault().problem())
                  .startsWith("not JSON: Unrecognized token 'oops'");
            });
  }

  @Test
  void refusesNestingThatWouldOverflowTheStack() {
    assertThat(parse("[".repeat(100_000))).isInstanceOf(Parsed.NotJson.class);
  }

  @Test
  void refusesBytesThatAreNoTextInTheirOwnEncoding() {
    byte[] notUtf32 = {0, 0, (byte) 0xFE, (byte) 0xFF, 0x7F, 0x7F, 0x7F, 0x7F};
    byte[] notUtf8 = {'[', '"', (byte) 0xC3, '(', '"', ']'};

    assertThat(LocatedJson.parse(notUtf32)).isInstanceOf(Parsed.NotJson.class);
    assertThat(LocatedJson.parse(notUtf8)).isInstanceOf(Parsed.NotJson.class);
  }

  @Test
  void neverThrowsWhateverTheBytes() {
    long seed = 20_260_504;
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);

      assertThatCode(() -> LocatedJson.parse(bytes))
          .as("seed %d, round %d", seed, i)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void neverThrowsWhereAValidDocumentIsBroken() {
    byte[] valid = "{\"a\": [\"é\\u00e9\", 1.5e3, true, null]}".getBytes(UTF_8);
    long seed = 20_260_505;
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = valid.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);

      assertThatCode(() -> LocatedJson.parse(bytes))
          .as("seed %d, round %d", seed, i)
          .doesNotThrowAnyException();
    }
  }
}
