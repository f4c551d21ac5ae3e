package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.CheckDate;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A rule to ignore commitments, of which people do not want to be told. Each has an end: without
/// one a reservation would end unannounced, years after the reason is forgotten.
///
/// @param commitmentId the id of one, as reports show it
/// @param accountId only those of this account
/// @param service only those of this service
/// @param until the last check date on which they are ignored
/// @param reason the reason, for the readers of the report
public record IgnoreRule(
    Optional<String> commitmentId,
    Optional<AccountId> accountId,
    Optional<Service> service,
    LocalDate until,
    String reason) {
  /// @throws IllegalArgumentException if it would ignore everything, or gives no reason
  public IgnoreRule {
    requireNonNull(commitmentId, "commitmentId is null");
    requireNonNull(accountId, "accountId is null");
    requireNonNull(service, "service is null");
    requireNonNull(until, "until is null");
    requireNonNull(reason, "reason is null");
    if (commitmentId.isEmpty() && accountId.isEmpty() && service.isEmpty()) {
      throw new IllegalArgumentException("it would ignore everything");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("no reason is given");
    }
  }

  /// Tells whether everything it names is true of a commitment, in force or not.
  public boolean matches(Commitment commitment) {
    return commitmentId.map(commitment.id()::equals).orElse(true)
        && accountId.map(commitment.accountId()::equals).orElse(true)
        && service.map(commitment.service()::equals).orElse(true);
  }

  /// Tells whether it ignores nothing any more.
  public boolean isOver(CheckDate checkDate) {
    return checkDate.date().isAfter(until);
  }

  /// What it is about: the same of two rules about the same commitments.
  public About about() {
    return new About(commitmentId, accountId, service);
  }

  /// Names the commitments it is about, for people: `commitment r-1, account 222233334444, service
  /// rds`.
  public String subject() {
    return Stream.of(
            commitmentId.map(id -> "commitment " + id),
            accountId.map(id -> "account " + id),
            service.map(known -> "service " + known.id()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /// What a rule is about.
  public record About(
      Optional<String> commitmentId, Optional<AccountId> accountId, Optional<Service> service) {}
}
