package dev.riexpiry.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {
  private static final List<String> KNOWN =
      List.of("us-east-1", "us-east-2", "accountName", "regions", "EST", "UTC");

  @ParameterizedTest
  @CsvSource({
    "us-esat-1, us-east-1",
    "us-east-11, us-east-1",
    "accountNmae, accountName",
    "acountname, accountName",
    "region, regions",
    "utc, UTC"
  })
  void isTheNearestWord(String word, String meant) {
    assertThat(Suggestion.nearest(word, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "JST", "eu-north-1", "externalId"})
  void isNoneWhereNothingIsNear(String word) {
    assertThat(Suggestion.nearest(word, KNOWN)).isEmpty();
  }

  @Test
  void isTheFirstInTheAlphabetOfTwoThatAreEquallyNear() {
    assertThat(Suggestion.nearest("us-east-3", KNOWN)).contains("us-east-1");
  }

  @Test
  void asksOrSaysWhatElseToDo() {
    assertThat(Suggestion.remedy("us-esat-1", KNOWN, "look it up"))
        .isEqualTo("did you mean \"us-east-1\"?");
    assertThat(Suggestion.remedy("JST", KNOWN, "look it up")).isEqualTo("look it up");
  }
}
