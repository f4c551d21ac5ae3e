package dev.riexpiry.lambda;

import dev.riexpiry.text.Json;
import dev.riexpiry.verify.Trial;
import dev.riexpiry.verify.TrialDocument;
import dev.riexpiry.verify.TrialKind;
import dev.riexpiry.verify.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Trials as the answer of the function. Where they are too many for an answer, what works gives
/// way first, and the last entry says how many are missing.
final class VerifyAnswer {
  private VerifyAnswer() {}

  /// @param maxBytes the most bytes of the answer, at least a kilobyte
  static String of(List<Trial> trials, int maxBytes) {
    String whole = json(trials);
    if (bytes(whole) <= maxBytes) {
      return whole;
    }
    List<Trial> byWeight =
        trials.stream()
            .sorted(Comparator.comparing(trial -> trial.verdict() instanceof Verdict.Works))
            .toList();
    List<Trial> kept = new ArrayList<>();
    int room = maxBytes - bytes(json(List.of(missing(trials.size()))));
    for (Trial trial : byWeight) {
      room -= bytes(json(List.of(trial)));
      if (room < 0) {
        break;
      }
      kept.add(trial);
    }
    kept.add(missing(trials.size() - kept.size()));
    return json(kept);
  }

  private static Trial missing(int count) {
    return new Trial(
        TrialKind.LEFT_OUT,
        TrialKind.LEFT_OUT.id(),
        "",
        new Verdict.Untried(
            "%d more do not fit into an answer of Lambda".formatted(count),
            "see the function's log for what failed, or name some of the accounts"));
  }

  private static String json(List<Trial> trials) {
    return Json.compact(trials.stream().map(TrialDocument::of).toList());
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
