package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A purchased reservation or Savings Plan, in the shape that all services have in common. A field
/// that the service does not report is empty.
///
/// @param accountId the account that owns it
/// @param region the region it was bought in, or [Service#GLOBAL]
/// @param service the service that sold it
/// @param id the service's own id for it
/// @param state its state when it was read
/// @param covered the usage it gives a discount on
/// @param offering its payment option and its offering class
/// @param term the first and the last instant at which it applies
/// @param hourlyPrice the price of all of it an hour, with an upfront payment spread over its term
/// @param label its name, ARN and tags
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

  /// The first instant at which it applies.
  public Instant start() {
    return term.start();
  }

  /// The last instant at which it applies.
  public Instant end() {
    return term.end();
  }

  /// Describes it in one line for people, such as `4 × m5.large, Linux/UNIX, No Upfront, standard`.
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
