package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.CommitmentState.Unknown;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Lapsed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Decides which commitments have ended without a replacement. A commitment that was modified or
/// exchanged has ended too, as its service lists it, and goes on under another id; see
/// [Succession].
///
/// A new purchase is not a modification. Whether one covers what has ended is decided by
/// [RenewalPolicy], with which the caller filters the result.
///
/// @param checkDate the day it is taken to be
/// @param window for how long after its end a lapse is announced
record LapsePolicy(CheckDate checkDate, LapseWindow window) {
  public LapsePolicy {
    requireNonNull(checkDate, "checkDate is null");
    requireNonNull(window, "window is null");
  }

  /// Selects those of `commitments` that have lapsed, latest end first.
  ///
  /// @param commitments at least all of the accounts in question for which [#concerns] is true
  public List<Lapsed> lapsed(Collection<Commitment> commitments) {
    Map<Succession.Place, List<Commitment>> successors =
        commitments.stream()
            .filter(this::maySucceed)
            .collect(Collectors.groupingBy(Succession.Place::of));
    return commitments.stream()
        .flatMap(commitment -> ended(commitment).stream())
        .filter(ended -> {
          Commitment before = ended.commitment();
          return successors.getOrDefault(Succession.Place.of(before), List.of()).stream()
              .noneMatch(after -> new Succession(before, after).isModification());
        })
        .sorted(Lapsed.LATEST_FIRST)
        .toList();
  }

  /// Tells whether a commitment may have lapsed, or be the successor of one that was modified or
  /// exchanged.
  public boolean concerns(Commitment commitment) {
    return ended(commitment).isPresent() || maySucceed(commitment);
  }

  private Optional<Lapsed> ended(Commitment commitment) {
    long daysAgo = -checkDate.daysLeft(commitment.end());
    return window.holds(daysAgo) && canLapse(commitment) && hasCounted(commitment.state())
        ? Optional.of(new Lapsed(commitment, (int) daysAgo))
        : Optional.empty();
  }

  /// Tells whether an end may be a lapse. A Capacity Block is bought for a period of time, and its
  /// instances end with it: none goes on at another price.
  private static boolean canLapse(Commitment commitment) {
    return commitment.service() != Service.EC2_CAPACITY_BLOCK;
  }

  /// Tells whether a commitment may be a successor. In the second around midnight one may begin a
  /// day before or after the end.
  private boolean maySucceed(Commitment commitment) {
    long daysAgo = -checkDate.daysLeft(commitment.start());
    return window.days() > 0
        && Succession.canModify(commitment.service())
        && daysAgo >= 0
        && daysAgo <= window.days() + 1;
  }

  /// Tells whether a commitment with this state ever applied and was not ended on purpose. One that
  /// never began cannot end, and one that its owner returned has ended on purpose. An end that has
  /// passed counts more than a state that says otherwise: services are late to change it.
  static boolean hasCounted(CommitmentState state) {
    return switch (state) {
      case Known known ->
          switch (known) {
            case ACTIVE, EXCHANGING, PENDING_RETURN, RETIRED, EXPIRED -> true;
            case PAYMENT_PENDING,
                PAYMENT_FAILED,
                QUEUED,
                QUEUED_DELETED,
                SCHEDULED,
                FAILED,
                RETURNED,
                CANCELLED ->
                false;
          };
      case Unknown _ -> true;
    };
  }
}
