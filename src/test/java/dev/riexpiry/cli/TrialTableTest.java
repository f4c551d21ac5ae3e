package dev.riexpiry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.verify.Trial;
import dev.riexpiry.verify.TrialKind;
import dev.riexpiry.verify.Verdict;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialTableTest {
  private static final List<Trial> ONE_OF_EACH =
      List.of(
          trial(1, new Verdict.Works("fine")),
          trial(2, new Verdict.Failed("broken", "mend it")),
          trial(3, new Verdict.Untried("would write", "write")));

  private static Trial trial(int number, Verdict verdict) {
    return new Trial(TrialKind.ROLE, "place " + number, "place " + number, verdict);
  }

  private static String table(List<Trial> trials, Charset charset) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, charset);
    return TrialTable.of(trials, Marks.of(new Terminal(nowhere, nowhere, false, false)));
  }

  @Test
  void saysWhatToDoBelowWhatDoesNotWork() {
    assertThat(table(ONE_OF_EACH, StandardCharsets.UTF_8))
        .isEqualTo(
            """
            ✔ role place 1: fine
            ✘ role place 2: broken
                To mend it: mend it
            – role place 3: would write
                To try it: write

            Trials: 1 works, 1 failed, 1 not tried
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"US-ASCII", "windows-1252", "IBM850"})
  void whereTheSignsCannotBeShownWordsStandInTheirPlace(String charset) {
    assertThat(table(ONE_OF_EACH, Charset.forName(charset)))
        .isEqualTo(
            """
            ok   role place 1: fine
            FAIL role place 2: broken
                To mend it: mend it
            -    role place 3: would write
                To try it: write

            Trials: 1 works, 1 failed, 1 not tried
            """);
  }

  @Test
  void ofManyPlacesWithOneRemedyNamesTheFirstTwentyAndCountsTheOthers() {
    List<Trial> trials =
        IntStream.rangeClosed(1, 3000)
            .mapToObj(i -> trial(i, new Verdict.Failed("broken " + i, "mend it")))
            .toList();

    assertThat(table(trials, StandardCharsets.UTF_8))
        .hasLineCount(24)
        .contains(
            """
            ✘ role place 20: broken 20
                and 2980 more; --output json names them
                To mend it: mend it

            Trials: 0 work, 3000 failed, 0 not tried
            """);
  }

  @Test
  void whatAwsSaysMovesNoCursor() {
    assertThat(
            table(
                List.of(trial(1, new Verdict.Failed("a\u001B[2Jb", "c\u202Ed"))),
                StandardCharsets.UTF_8))
        .doesNotContain("\u001B", "\u202E");
  }
}
