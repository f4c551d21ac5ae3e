package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import java.util.Comparator;

/// A commitment that ended within the lapse window, without a replacement.
///
/// @param commitment the commitment
/// @param daysAgo calendar days since its last day, at least 1
public record Lapsed(Commitment commitment, int daysAgo) implements Finding.OfCommitment {
  static final Comparator<Commitment> BY_ID =
      Comparator.comparing(Commitment::accountId)
          .thenComparing(Commitment::region)
          .thenComparing(Commitment::service)
          .thenComparing(Commitment::id);

  /// Orders by the latest end, then by account, region, service and id.
  public static final Comparator<Lapsed> LATEST_FIRST =
      Comparator.comparingInt(Lapsed::daysAgo)
          .thenComparing(
              Lapsed::commitment,
              Comparator.comparing(Commitment::end, Comparator.reverseOrder())
                  .thenComparing(BY_ID));

  /// @throws IllegalArgumentException if it has not ended before the check date
  public Lapsed {
    requireNonNull(commitment, "commitment is null");
    if (daysAgo < 1) {
      throw new IllegalArgumentException("daysAgo is less than 1: " + daysAgo);
    }
  }

  @Override
  public Announcement announcement() {
    return Announcement.of(
        "lapse#%s#%s".formatted(commitmentKey(), commitment.end()), commitment.end());
  }
}
