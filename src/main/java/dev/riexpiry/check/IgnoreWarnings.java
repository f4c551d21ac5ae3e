package dev.riexpiry.check;

import dev.riexpiry.policy.IgnoreRule;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.SweepResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a report warns of where the accounts file ignores what is not there, or no longer ignores
/// what it says.
final class IgnoreWarnings {
  private IgnoreWarnings() {}

  /// What was not read may hold what an ignore is about, so that only a check of everybody that
  /// read everything can tell that it is nowhere.
  static Stream<String> of(CheckRequest request, SweepResult result) {
    IgnoreRules ignores = request.roster().ignores();
    boolean everything = request.roster().whole() && result.counts().complete();
    return Stream.concat(
        ignores.over(request.checkDate()).stream().map(IgnoreWarnings::over),
        everything
            ? ignores
                .unmatched(
                    result.kept(),
                    request.roster().ids().collect(Collectors.toSet()),
                    request.checkDate())
                .stream()
                .map(IgnoreWarnings::unmatched)
            : Stream.of());
  }

  private static String over(IgnoreRule rule) {
    return "the accounts file ignored %s until %s (%s), and does not any more; remove that entry, or give it a later day"
        .formatted(rule.subject(), rule.until(), rule.reason());
  }

  private static String unmatched(IgnoreRule rule) {
    return "the accounts file ignores %s (%s), and there is no such thing; correct that entry, or remove it"
        .formatted(rule.subject(), rule.reason());
  }
}
