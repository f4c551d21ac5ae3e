package dev.riexpiry.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.riexpiry.verify.Trial;
import dev.riexpiry.verify.TrialKind;
import dev.riexpiry.verify.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerifyAnswerTest {
  private static final int LIMIT = 10_000;

  private static Trial trial(int number, Verdict verdict) {
    return new Trial(TrialKind.ROLE, "place " + number, "", verdict);
  }

  @Test
  void keepsWhatFailedWhereNotEverythingFitsAndSaysHowMuchIsMissing() throws IOException {
    List<Trial> trials = new ArrayList<>();
    IntStream.range(0, 1000).forEach(i -> trials.add(trial(i, new Verdict.Works("fine"))));
    trials.add(trial(1000, new Verdict.Failed("broken", "mend it")));

    String answer = VerifyAnswer.of(trials, LIMIT);
    JsonNode entries = new ObjectMapper().readTree(answer);

    assertThat(answer.getBytes(UTF_8).length).isBetween(LIMIT / 2, LIMIT);
    assertThat(entries.get(0).path("place").asText()).isEqualTo("place 1000");
    assertThat(entries.get(entries.size() - 1).path("check").asText()).isEqualTo("left-out");
    assertThat(entries.get(entries.size() - 1).path("message").asText())
        .isEqualTo(
            "%d more do not fit into an answer of Lambda".formatted(1001 - (entries.size() - 1)));
  }

  @Test
  void neverGrowsBeyondTheLimitThoughEverythingFailed() {
    List<Trial> trials =
        IntStream.range(0, 1000)
            .mapToObj(i -> trial(i, new Verdict.Failed("broken", "mend it")))
            .toList();

    assertThat(VerifyAnswer.of(trials, LIMIT).getBytes(UTF_8).length).isLessThanOrEqualTo(LIMIT);
  }
}
