package dev.riexpiry.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private record Document(String text, Optional<Integer> number) {}

  @ParameterizedTest
  @CsvSource({
    "0000, \\u0000",
    "001B, \\u001B",
    "007F, \\u007F",
    "0085, \\u0085",
    "009B, \\u009B",
    "00AD, \\u00AD",
    "200D, \\u200D",
    "2028, \\u2028",
    "2029, \\u2029",
    "202E, \\u202E",
    "2066, \\u2066",
    "FEFF, \\uFEFF",
    "D83D, \\uD83D",
    "DE00, \\uDE00",
    "E0001, \\uDB40\\uDC01"
  })
  void escapesWhatCouldMoveReorderOrHide(String codePoint, String escaped) {
    String text = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "z";

    assertThat(Json.compact(text)).isEqualTo("\"a" + escaped + "z\"");
    assertThat(Json.read(Json.compact(text), String.class)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D\uDE00", "本番", "é", "×", "\uD83C\uDDE9\uD83C\uDDEA", "\uFFFD"})
  void leavesEmojiAndLettersOfAnyScriptAsTheyAre(String text) {
    assertThat(Json.compact(text)).isEqualTo('"' + text + '"');
  }

  @Test
  void escapesNamesOfMembersAsWellAsTexts() {
    assertThat(Json.compact(Map.of("a\u202Eb", List.of("\u2028\uD83D\uDE00\u0085"))))
        .isEqualTo("{\"a\\u202Eb\":[\"\\u2028\uD83D\uDE00\\u0085\"]}");
  }

  @Test
  void escapesALoneSurrogateBetweenPairsAndKeepsThePairs() {
    assertThat(Json.compact("\uD83D\uDE00\uD83D\uD83D\uDE00\uDE00"))
        .isEqualTo("\"\uD83D\uDE00\\uD83D\uD83D\uDE00\\uDE00\"");
  }

  @Test
  void escapesInIndentedDocumentsAndKeepsTheirLineBreaks() {
    assertThat(Json.indented(new Document("a\u2028\"\n", Optional.empty())))
        .isEqualTo(
            """
            {
              "text" : "a\\u2028\\"\\n",
              "number" : null
            }\
            """);
  }

  @Test
  void countsTheBytesOfATextBetweenItsQuotes() {
    assertThat(Json.bytesInString("a\"é本\uD83D\uDE00\n\u202E"))
        .isEqualTo(1 + 2 + 2 + 3 + 4 + 2 + 6);
    assertThat(Json.bytesInString("")).isZero();
  }

  @Test
  void readsBackWhatItWrote() {
    Document document = new Document("\u0000\u001B\u202E\uDB40\uDC01\uD800\"\\", Optional.of(7));

    assertThat(Json.read(Json.compact(document), Document.class)).isEqualTo(document);
    assertThat(Json.read(Json.indented(document), Document.class)).isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"text\": 1, \"other\": 2}"})
  void refusesToReadSomethingElse(String text) {
    assertThatThrownBy(() -> Json.read(text, Document.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("stored JSON: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void writesTheSamePieceByPieceWhereverAPieceEnds(int shift) {
    List<String> document =
        List.of("x".repeat(shift) + "\uD83D\uDE00\u2028".repeat(5_000), "\uD83D", "\uDE00", "é");
    StringBuilder pieces = new StringBuilder();

    Json.indented(document, pieces);

    assertThat(pieces).hasToString(Json.indented(document));
  }
}
