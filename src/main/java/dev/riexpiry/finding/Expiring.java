package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import java.util.Comparator;

/// A live commitment that has reached a milestone.
///
/// @param commitment the commitment
/// @param daysLeft calendar days to its last day; 0 means it ends on the check date
/// @param milestone the smallest milestone that is not smaller than `daysLeft`
public record Expiring(Commitment commitment, int daysLeft, int milestone) {
  /// Soonest end first, then by account, region, service and id, so that two runs list alike.
  public static final Comparator<Expiring> BY_END =
      Comparator.comparing(
          Expiring::commitment,
          Comparator.comparing(Commitment::end)
              .thenComparing(Commitment::accountId)
              .thenComparing(Commitment::region)
              .thenComparing(Commitment::service)
              .thenComparing(Commitment::id));

  /// @throws IllegalArgumentException if `daysLeft` is negative or larger than `milestone`
  public Expiring {
    requireNonNull(commitment, "commitment is null");
    if (daysLeft < 0 || daysLeft > milestone) {
      throw new IllegalArgumentException(
          "daysLeft is not from 0 to the milestone " + milestone + ": " + daysLeft);
    }
  }
}
