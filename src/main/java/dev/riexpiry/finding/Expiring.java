package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import java.util.Comparator;

/// An active commitment that has reached a milestone. Its end is a part of its key: one that ends
/// on another day is announced anew.
///
/// @param commitment the commitment
/// @param daysLeft calendar days from the check date to its last day, from 0 to `milestone`
/// @param milestone the smallest configured number of days that is not smaller than `daysLeft`
/// @param renewal its renewal, as far as that is known
public record Expiring(Commitment commitment, int daysLeft, int milestone, Renewal renewal)
    implements Finding.OfCommitment {
  /// Orders by the soonest end, then by account, region, service and id.
  public static final Comparator<Expiring> BY_END =
      Comparator.comparing(
          Expiring::commitment, Comparator.comparing(Commitment::end).thenComparing(Lapsed.BY_ID));

  /// @throws IllegalArgumentException if `daysLeft` is negative or larger than `milestone`
  public Expiring {
    requireNonNull(commitment, "commitment is null");
    requireNonNull(renewal, "renewal is null");
    if (daysLeft < 0 || daysLeft > milestone) {
      throw new IllegalArgumentException(
          "daysLeft is not from 0 to the milestone " + milestone + ": " + daysLeft);
    }
  }

  /// The same commitment with what is known of its renewal.
  public Expiring with(Renewal known) {
    return new Expiring(commitment, daysLeft, milestone, known);
  }

  /// Tells whether there is nothing to do about it: all of it is renewed, without a gap.
  public boolean renewed() {
    return renewal.settled();
  }

  @Override
  public boolean needsAction() {
    return !renewed();
  }

  @Override
  public Announcement announcement() {
    return announcementAt(milestone);
  }

  /// The announcement that it has reached another milestone.
  ///
  /// @param days the milestone, in days before the end
  public Announcement announcementAt(int days) {
    return Announcement.of(
        "commitment#%s#%s#%s".formatted(commitmentKey(), commitment.end(), days), commitment.end());
  }
}
