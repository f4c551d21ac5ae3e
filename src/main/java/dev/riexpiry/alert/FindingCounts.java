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
/// @param givenBack how many of the lapsed ones their owners gave back
/// @param expiring how many commitments are expiring and not renewed
/// @param renewed how many are renewed by what may have been bought for a new use
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
    int givenBack,
    int expiring,
    int renewed,
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
    int givenBack = 0;
    int renewed = 0;
    for (Finding finding : findings) {
      switch (finding) {
        case Lapsed item -> {
          lapsed.add(item.commitment());
          givenBack += item.manner() == Lapsed.Manner.GIVEN_BACK ? 1 : 0;
          if (item.daysAgo().isPresent()) {
            daysAgo = daysAgo.and(item.daysAgo().getAsInt());
          }
        }
        case Unpaid _ -> unpaid++;
        case Expiring item -> {
          if (item.renewed()) {
            renewed++;
          } else {
            expiring.add(item.commitment());
            daysLeft = daysLeft.and(item.daysLeft());
          }
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
        givenBack,
        expiring.size(),
        renewed,
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

  /// The smallest number of days left, negative for what has lapsed, -1 where it is not known since
  /// when; empty if nothing is expiring or has lapsed.
  OptionalInt minDaysLeft() {
    return lapsed > 0
        ? OptionalInt.of(daysAgo.isKnown() ? -daysAgo.last() : -1)
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

    boolean isKnown() {
      return first <= last;
    }

    boolean isOne() {
      return first == last;
    }
  }
}
