package dev.riexpiry.finding;

import dev.riexpiry.commitment.Commitment;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// A fact that a check reports.
public sealed interface Finding permits Finding.OfCommitment, Unread, Restored {
  /// The place in which it was found.
  Place place();

  /// The announcement that stands for it in the ledger.
  Announcement announcement();

  /// The announcements under which people may have been told of it before, when it had other names:
  /// they were if one of each set was made.
  default List<Set<Announcement>> earlier() {
    return List.of();
  }

  /// Tells whether there is something to do about it.
  default boolean needsAction() {
    return true;
  }

  /// Tells whether people are told of it, if they were not told before.
  default boolean isTold() {
    return true;
  }

  /// Tells whether people are told of it only where it is recorded that they were: without a
  /// record, they would be told every day for months.
  default boolean needsRecord() {
    return false;
  }

  /// The rank of its kind in the order.
  private int rank() {
    return switch (this) {
      case Lapsed _ -> 0;
      case Unpaid _ -> 1;
      case Expiring _ -> 2;
      case Unread _ -> 3;
      case Restored _ -> 4;
    };
  }

  /// The order of findings: the most urgent kind first (lapsed, unpaid, expiring, unread,
  /// restored), each kind in an order of its own, so that two runs that find the same list it
  /// alike.
  static int compare(Finding one, Finding other) {
    return one.rank() != other.rank()
        ? Integer.compare(one.rank(), other.rank())
        : switch (one) {
          case Lapsed lapsed -> Lapsed.LATEST_FIRST.compare(lapsed, (Lapsed) other);
          case Unpaid unpaid -> Unpaid.WORST_FIRST.compare(unpaid, (Unpaid) other);
          case Expiring expiring -> Expiring.BY_END.compare(expiring, (Expiring) other);
          case Unread unread -> Unread.BY_PLACE.compare(unread, (Unread) other);
          case Restored restored -> Restored.BY_PLACE.compare(restored, (Restored) other);
        };
  }

  /// Selects the findings of one kind, in their order.
  static <T extends Finding> List<T> only(Class<T> kind, Collection<? extends Finding> findings) {
    return findings.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// A finding about a commitment.
  sealed interface OfCommitment extends Finding permits Lapsed, Unpaid, Expiring {
    /// The commitment.
    Commitment commitment();

    @Override
    default Place place() {
      return Place.of(commitment());
    }

    /// The part of the ledger's key that tells one commitment from another.
    default String commitmentKey() {
      return keyOf(commitment().id());
    }

    /// The same for a commitment that has or had another id in the same place.
    default String keyOf(String id) {
      Commitment commitment = commitment();
      return "%s#%s#%s#%s"
          .formatted(commitment.accountId(), commitment.region(), commitment.service().id(), id);
    }
  }
}
