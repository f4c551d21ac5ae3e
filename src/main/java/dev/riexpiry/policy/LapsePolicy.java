package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.CommitmentState.Unknown;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Lapsed.Manner;
import dev.riexpiry.finding.Renewal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/// Decides which commitments have ended, at the end of their term or before it. Whether something
/// has taken their place is for [Lineage], [RenewalPolicy] and [Successors] to judge.
///
/// What stops before the end of its term is retired, because it was sold or its upfront price was
/// not paid, or was given back. Its recorded end is then moved, or it is not: an end that still
/// lies in the future says nothing of the day on which the discount stopped.
///
/// @param checkDate the day it is taken to be
/// @param window for how long after its end a lapse is announced
record LapsePolicy(CheckDate checkDate, LapseWindow window) {
  LapsePolicy {
    requireNonNull(checkDate, "checkDate is null");
    requireNonNull(window, "window is null");
  }

  /// Decides whether a commitment has ended: at the end of its term within the window, or before it
  /// within the largest window or at a time that is not known.
  ///
  /// @param lineage tells how long a reservation that was modified has lasted in all
  Optional<Lapsed> judge(Commitment commitment, Lineage lineage) {
    if (window.days() == 0 || !canLapse(commitment)) {
      return Optional.empty();
    }
    long daysAgo = -checkDate.daysLeft(commitment.end());
    return switch (commitment.state()) {
      case Known.RETURNED, Known.CANCELLED ->
          hasBegun(commitment) ? early(commitment, Manner.GIVEN_BACK, daysAgo) : Optional.empty();
      case Known.RETIRED -> {
        Manner manner = lastedItsTerm(commitment, lineage) ? Manner.AT_TERM : Manner.EARLY;
        yield window.holds(daysAgo)
            ? Optional.of(lapsed(commitment, manner, daysAgo))
            : manner == Manner.EARLY || daysAgo < 0
                ? early(commitment, Manner.EARLY, daysAgo)
                : Optional.empty();
      }
      case Known _, Unknown _ ->
          window.holds(daysAgo) && hasCounted(commitment.state())
              ? Optional.of(lapsed(commitment, Manner.AT_TERM, daysAgo))
              : Optional.empty();
    };
  }

  /// Tells whether the recorded end is the moment at which a commitment stops.
  boolean tellsItsEnd(Lapsed lapsed) {
    return lapsed.daysAgo().isPresent() && stopsAtItsEnd(lapsed.commitment());
  }

  /// Tells whether a commitment stops at its recorded end, as far as is known. One that was given
  /// back keeps the end of its term, or is given a new one.
  static boolean stopsAtItsEnd(Commitment commitment) {
    return switch (commitment.state()) {
      case Known.RETURNED, Known.CANCELLED ->
          !WholeTerm.is(new Term(commitment.start(), commitment.end()));
      case Known _, Unknown _ -> hasCounted(commitment.state());
    };
  }

  private static Lapsed lapsed(Commitment commitment, Manner manner, long daysAgo) {
    return new Lapsed(commitment, manner, OptionalInt.of((int) daysAgo), false, new Renewal.None());
  }

  /// What ended early is told of once, however long that is ago, but not what is old news. On the
  /// day itself a successor may not be listed yet.
  private static Optional<Lapsed> early(Commitment commitment, Manner manner, long daysAgo) {
    if (daysAgo == 0 || daysAgo > LapseWindow.MAX_DAYS) {
      return Optional.empty();
    }
    OptionalInt known = daysAgo > 0 ? OptionalInt.of((int) daysAgo) : OptionalInt.empty();
    return Optional.of(new Lapsed(commitment, manner, known, true, new Renewal.None()));
  }

  private boolean hasBegun(Commitment commitment) {
    return checkDate.daysSince(commitment.start()) >= 0;
  }

  private static boolean lastedItsTerm(Commitment commitment, Lineage lineage) {
    Instant start =
        lineage
            .first(commitment)
            .map(Commitment::start)
            .min(Comparator.naturalOrder())
            .orElse(commitment.start());
    return WholeTerm.is(new Term(start, commitment.end()));
  }

  /// Tells whether an end may be a lapse. A Capacity Block is bought for a period of time, and its
  /// instances end with it: none goes on at another price.
  private static boolean canLapse(Commitment commitment) {
    return commitment.service() != Service.EC2_CAPACITY_BLOCK;
  }

  /// Tells whether a commitment with this state ever applied and was not ended on purpose. One that
  /// never began cannot end, and one that its owner gave back has ended on purpose. An end that has
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
