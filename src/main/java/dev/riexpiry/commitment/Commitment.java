package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One purchased reservation.
///
/// @param accountId the account that owns it
/// @param region the region it was bought in
/// @param service the service it gives a discount on
/// @param id the service's own id for it
/// @param state as of the moment it was read
/// @param resourceType what one unit is, such as `m5.large` or `db.r6g.large`
/// @param quantity how many units it covers, at least 1
/// @param terms what else tells it apart, most telling first: platform or engine, payment option,
///   offering class, zone
/// @param start when it begins or began to count
/// @param end the last instant it counts
public record Commitment(
    AccountId accountId,
    String region,
    Service service,
    String id,
    CommitmentState state,
    String resourceType,
    int quantity,
    List<String> terms,
    Instant start,
    Instant end) {

  /// @throws IllegalArgumentException if `id` is blank or `quantity` is less than 1
  public Commitment {
    requireNonNull(accountId, "accountId is null");
    requireNonNull(region, "region is null");
    requireNonNull(service, "service is null");
    requireNonNull(id, "id is null");
    requireNonNull(state, "state is null");
    requireNonNull(resourceType, "resourceType is null");
    requireNonNull(start, "start is null");
    requireNonNull(end, "end is null");
    terms = List.copyOf(terms);
    if (id.isBlank()) {
      throw new IllegalArgumentException("id is blank");
    }
    if (quantity < 1) {
      throw new IllegalArgumentException("quantity is less than 1: " + quantity);
    }
  }

  /// One line for people, such as `4 × m5.large, Linux/UNIX, No Upfront, standard`.
  public String description() {
    return Stream.concat(Stream.of(quantity + " × " + resourceType), terms.stream())
        .collect(Collectors.joining(", "));
  }
}
