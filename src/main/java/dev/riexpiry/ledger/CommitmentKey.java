package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import java.time.Instant;

/// Which commitment is told of. Its end is a part of it: one that ends on another day is another
/// story.
///
/// @param accountId whose it is
/// @param region where it was bought
/// @param service what for
/// @param id the service's own id for it
/// @param end the last instant it counts
public record CommitmentKey(
    AccountId accountId, String region, Service service, String id, Instant end) {
  public CommitmentKey {
    requireNonNull(accountId, "accountId is null");
    requireNonNull(region, "region is null");
    requireNonNull(service, "service is null");
    requireNonNull(id, "id is null");
    requireNonNull(end, "end is null");
  }

  static CommitmentKey of(Commitment commitment) {
    return new CommitmentKey(
        commitment.accountId(),
        commitment.region(),
        commitment.service(),
        commitment.id(),
        commitment.end());
  }

  /// Without the end.
  String place() {
    return "%s#%s#%s#%s".formatted(accountId, region, service.id(), id);
  }

  Instant forgettable() {
    return end.plus(Announcement.KEPT);
  }
}
