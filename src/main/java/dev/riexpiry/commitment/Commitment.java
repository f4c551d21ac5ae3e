package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One purchased reservation or Savings Plan, in the shape that all services have in common. What a
/// service does not say is empty.
///
/// @param accountId the account that owns it
/// @param region the region it was bought in, or [Service#GLOBAL]
/// @param service who sold it
/// @param id the service's own id for it
/// @param state as of the moment it was read
/// @param covered what it gives a discount on
/// @param offering how it is paid, and its class
/// @param term from when to when it counts
/// @param hourlyPrice what all of it costs an hour, an upfront payment spread over its term
/// @param label what its owner calls it
public record Commitment(
    AccountId accountId,
    String region,
    Service service,
    String id,
    CommitmentState state,
    Covered covered,
    Offering offering,
    Term term,
    Optional<Money> hourlyPrice,
    Label label) {

  /// @throws IllegalArgumentException if `id` is blank
  public Commitment {
    requireNonNull(accountId, "accountId is null");
    requireNonNull(region, "region is null");
    requireNonNull(service, "service is null");
    requireNonNull(id, "id is null");
    requireNonNull(state, "state is null");
    requireNonNull(covered, "covered is null");
    requireNonNull(offering, "offering is null");
    requireNonNull(term, "term is null");
    requireNonNull(hourlyPrice, "hourlyPrice is null");
    requireNonNull(label, "label is null");
    if (id.isBlank()) {
      throw new IllegalArgumentException("id is blank");
    }
  }

  /// When it begins or began to count.
  public Instant start() {
    return term.start();
  }

  /// The last instant it counts.
  public Instant end() {
    return term.end();
  }

  /// One line for people, such as `4 × m5.large, Linux/UNIX, No Upfront, standard`.
  public String description() {
    return Stream.of(
            Stream.of(covered.amount()),
            covered.details(),
            offering.details(),
            covered.scope().zone().stream())
        .flatMap(parts -> parts)
        .collect(Collectors.joining(", "));
  }
}
