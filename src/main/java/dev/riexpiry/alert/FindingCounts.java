package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Counts of findings, and the days between which they lie.
///
/// @param lapsed how many commitments have lapsed
/// @param daysAgo of the latest and of the earliest of these
/// @param unpaid how many purchases are not paid
/// @param expiring how many commitments are expiring
/// @param daysLeft of the soonest and of the latest of these
/// @param noun the word for the lapsed and expiring ones together
/// @param lapsedNoun the word for the lapsed ones
/// @param expiringNoun the word for the expiring ones
/// @param unread the places that could not be read
/// @param restoredPlaces the places that are restored
record FindingCounts(
    int lapsed,
    Days daysAgo,
    int unpaid,
    int expiring,
    Days daysLeft,
    CommitmentNoun noun,
    CommitmentNoun lapsedNoun,
    CommitmentNoun expiringNoun,
    PlaceCount unread,
    PlaceCount restoredPlaces) {

  static FindingCounts of(List<Finding> findings) {
    List<Commitment> lapsed = new ArrayList<>();
    List<Commitment> expiring = new ArrayList<>();
    List<Place> unread = new ArrayList<>();
    List<Place> restored = new ArrayList<>();
    Days daysAgo = Days.NONE;
    Days daysLeft = Days.NONE;
    int unpaid = 0;
    for (Finding finding : findings) {
      switch (finding) {
        case Lapsed item -> {
          lapsed.add(item.commitment());
          daysAgo = daysAgo.and(item.daysAgo());
        }
        case Unpaid _ -> unpaid++;
        case Expiring item -> {
          expiring.add(item.commitment());
          daysLeft = daysLeft.and(item.daysLeft());
        }
        case Unread item -> unread.add(item.place());
        case Restored item -> restored.add(item.place());
      }
    }
    List<Commitment> both = new ArrayList<>(lapsed);
    both.addAll(expiring);
    return new FindingCounts(
        lapsed.size(),
        daysAgo,
        unpaid,
        expiring.size(),
        daysLeft,
        CommitmentNoun.of(both),
        CommitmentNoun.of(lapsed),
        CommitmentNoun.of(expiring),
        PlaceCount.of(unread),
        PlaceCount.of(restored));
  }

  int restored() {
    return restoredPlaces.total();
  }

  /// The smallest number of days left, negative for what has lapsed; empty if nothing is expiring
  /// or has lapsed.
  OptionalInt minDaysLeft() {
    return lapsed > 0
        ? OptionalInt.of(-daysAgo.last())
        : expiring > 0 ? OptionalInt.of(daysLeft.first()) : OptionalInt.empty();
  }

  /// A span of days.
  ///
  /// @param first the smallest number
  /// @param last the largest
  record Days(int first, int last) {
    private static final Days NONE = new Days(Integer.MAX_VALUE, Integer.MIN_VALUE);

    private Days and(int day) {
      return new Days(Math.min(first, day), Math.max(last, day));
    }

    boolean isOne() {
      return first == last;
    }
  }
}
