package dev.riexpiry.check;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.policy.IgnoreRule;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.SweepResult;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Warns of rules in the accounts file that match nothing, or that no longer ignore anything.
final class IgnoreWarnings {
  private IgnoreWarnings() {}

  /// Makes the warnings. A place that was not read may hold the commitment that a rule is about, so
  /// only a check of all accounts that read everything can tell that a rule matches nothing.
  static Stream<String> of(CheckRequest request, SweepResult result) {
    IgnoreRules ignores = request.roster().ignores();
    boolean readAll =
        request.roster().whole()
            && request.narrowing().isNone()
            && result.counts().complete()
            && result.counts().notAsked() == 0;
    return Stream.concat(
        ignores.over(request.checkDate()).stream().map(IgnoreWarnings::over),
        readAll
            ? ignores.unmatched(result.kept(), accounts(request), request.checkDate()).stream()
                .map(IgnoreWarnings::unmatched)
            : Stream.of());
  }

  /// The accounts that are known to be there. Of those that a payer pays for, only those that own
  /// something are.
  private static Set<AccountId> accounts(CheckRequest request) {
    return request.roster().payer().isPresent()
        ? request.roster().ignores().rules().stream()
            .flatMap(rule -> rule.accountId().stream())
            .collect(Collectors.toSet())
        : request.roster().ids().collect(Collectors.toSet());
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
