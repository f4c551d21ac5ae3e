package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.CheckDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All rules to ignore something, in the order of the accounts file. Those that may be about a
/// commitment are found by its id or its account, so that thousands of rules beside thousands of
/// commitments cost no more than either.
public final class IgnoreRules {
  /// The rules that ignore nothing.
  public static final IgnoreRules NONE = new IgnoreRules(List.of());

  private final List<IgnoreRule> rules;
  private final Map<Optional<String>, List<IgnoreRule>> byCommitmentId;
  private final Map<Optional<AccountId>, List<IgnoreRule>> byAccountOnly;

  /// @param rules those that are there twice count once
  public IgnoreRules(List<IgnoreRule> rules) {
    this.rules = rules.stream().distinct().toList();
    this.byCommitmentId =
        this.rules.stream()
            .filter(rule -> rule.commitmentId().isPresent())
            .collect(Collectors.groupingBy(IgnoreRule::commitmentId));
    this.byAccountOnly =
        this.rules.stream()
            .filter(rule -> rule.commitmentId().isEmpty())
            .collect(Collectors.groupingBy(IgnoreRule::accountId));
  }

  /// The rules, each once.
  public List<IgnoreRule> rules() {
    return rules;
  }

  /// Decides whether a commitment is ignored, and by which rule; empty if it is not. Of several
  /// rules the one that lasts longest counts, so that the report says until when it really is
  /// ignored; of those that last as long, the one that says most closely what it is about.
  public Optional<Ignored> judge(Commitment commitment, CheckDate checkDate) {
    return Stream.of(
            naming(commitment),
            byAccountOnly.getOrDefault(Optional.of(commitment.accountId()), List.of()).stream(),
            byAccountOnly.getOrDefault(Optional.<AccountId>empty(), List.of()).stream())
        .flatMap(some -> some)
        .filter(rule -> rule.matches(commitment) && !rule.isOver(checkDate))
        .reduce((longest, rule) -> rule.until().isAfter(longest.until()) ? rule : longest)
        .map(rule -> new Ignored(commitment, rule));
  }

  private Stream<IgnoreRule> naming(Commitment commitment) {
    return byCommitmentId.getOrDefault(Optional.of(commitment.id()), List.of()).stream();
  }

  /// Tells whether a commitment is named by its id. Such a commitment has to be kept although
  /// nothing is due of it yet: otherwise a rule that was written early would look like one with a
  /// misspelt id.
  public boolean isNamed(Commitment commitment) {
    return naming(commitment).anyMatch(rule -> rule.matches(commitment));
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
    Set<IgnoreRule> matched =
        commitments.stream()
            .flatMap(commitment -> naming(commitment).filter(rule -> rule.matches(commitment)))
            .collect(Collectors.toSet());
    return rules.stream()
        .filter(rule -> !rule.isOver(checkDate))
        .filter(rule ->
            rule.commitmentId().isPresent()
                ? !matched.contains(rule)
                : rule.accountId().filter(id -> !accounts.contains(id)).isPresent())
        .toList();
  }

  /// Combines both.
  public IgnoreRules plus(IgnoreRules other) {
    return new IgnoreRules(Stream.concat(rules.stream(), other.rules.stream()).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IgnoreRules same && rules.equals(same.rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }

  @Override
  public String toString() {
    return rules.toString();
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
