package dev.riexpiry.alert;

import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Counts of the findings of a whole check, made once.
///
/// @param expiring expiring commitments, renewed ones included
/// @param renewed those of them that are renewed
/// @param due those that are not renewed and that this run announces
/// @param acknowledged those that are neither, because somebody has acknowledged them
/// @param unread places that could not be read
/// @param unreadKnown those of them that were announced before and are not announced again
record Totals(
    int expiring,
    int renewed,
    int due,
    int acknowledged,
    PlaceCount unread,
    PlaceCount unreadKnown) {
  static Totals of(List<Finding> findings, History history) {
    int expiring = 0;
    int renewed = 0;
    int due = 0;
    int acknowledged = 0;
    Set<Place> unread = new HashSet<>();
    Set<Place> known = new HashSet<>();
    for (Finding finding : findings) {
      switch (finding) {
        case Expiring item -> {
          expiring++;
          renewed += item.renewed() ? 1 : 0;
          acknowledged += item.silenced() && !history.isDue(item) ? 1 : 0;
          due += !item.renewed() && history.isDue(item) ? 1 : 0;
        }
        case Unread item -> {
          unread.add(item.place());
          if (!history.isDue(item)) {
            known.add(item.place());
          }
        }
        case Lapsed _, Unpaid _, Restored _ -> {}
      }
    }
    return new Totals(
        expiring, renewed, due, acknowledged, PlaceCount.of(unread), PlaceCount.of(known));
  }

  /// The number of expiring commitments that are not renewed.
  int notRenewed() {
    return expiring - renewed;
  }

  /// The number of expiring commitments that were announced before and are not announced again.
  int announcedBefore() {
    return notRenewed() - due - acknowledged;
  }

  /// Tells whether this run announces a place that could not be read.
  boolean announcesUnread() {
    return unread.total() > unreadKnown.total();
  }
}
