package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.CheckDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All rules to ignore something, in the order of the accounts file.
///
/// @param rules none twice
public record IgnoreRules(List<IgnoreRule> rules) {
  /// The rules that ignore nothing.
  public static final IgnoreRules NONE = new IgnoreRules(List.of());

  public IgnoreRules {
    rules = rules.stream().distinct().toList();
  }

  /// Decides whether a commitment is ignored, and by which rule; empty if it is not. Of several
  /// rules the one that lasts longest counts, so that the report says until when it really is
  /// ignored.
  public Optional<Ignored> judge(Commitment commitment, CheckDate checkDate) {
    return rules.stream()
        .filter(rule -> rule.matches(commitment) && !rule.isOver(checkDate))
        .reduce((longest, rule) -> rule.until().isAfter(longest.until()) ? rule : longest)
        .map(rule -> new Ignored(commitment, rule));
  }

  /// Tells whether a commitment is named by its id. Such a commitment has to be kept although
  /// nothing is due of it yet: otherwise a rule that was written early would look like one with a
  /// misspelt id.
  public boolean isNamed(Commitment commitment) {
    return rules.stream()
        .anyMatch(rule -> rule.commitmentId().isPresent() && rule.matches(commitment));
  }

  /// The rules that ignore nothing any more.
  public List<IgnoreRule> over(CheckDate checkDate) {
    return rules.stream().filter(rule -> rule.isOver(checkDate)).toList();
  }

  /// The rules in force that name a commitment or an account which is not there. A rule for a whole
  /// service, or for an account in it, is no mistake where there is no commitment.
  ///
  /// @param commitments all commitments that are named by an id
  /// @param accounts all accounts that were read
  public List<IgnoreRule> unmatched(
      Collection<Commitment> commitments, Set<AccountId> accounts, CheckDate checkDate) {
    return rules.stream()
        .filter(rule -> !rule.isOver(checkDate))
        .filter(rule ->
            rule.commitmentId().isPresent()
                ? commitments.stream().noneMatch(rule::matches)
                : rule.accountId().filter(id -> !accounts.contains(id)).isPresent())
        .toList();
  }

  /// Combines both.
  public IgnoreRules plus(IgnoreRules other) {
    return new IgnoreRules(Stream.concat(rules.stream(), other.rules.stream()).toList());
  }

  /// A commitment that people would be told of if no rule ignored it.
  ///
  /// @param commitment the commitment
  /// @param because the rule
  public record Ignored(Commitment commitment, IgnoreRule because) {
    /// @throws IllegalArgumentException if the rule is about others
    public Ignored {
      requireNonNull(commitment, "commitment is null");
      requireNonNull(because, "because is null");
      if (!because.matches(commitment)) {
        throw new IllegalArgumentException(because.subject() + " is not " + commitment.id());
      }
    }
  }
}
