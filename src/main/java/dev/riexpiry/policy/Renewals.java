package dev.riexpiry.policy;

import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Renewal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The renewals of everything that is expiring or has ended.
///
/// @param known by expiring commitment, in the order of their end
/// @param ended by commitment that has ended, in the order of their end
record Renewals(Map<Expiring, Renewal> known, Map<Lapsed, Renewal> ended) {
  private static final Renewal NONE = new Renewal.None();

  Renewals {
    known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    ended = Collections.unmodifiableMap(new LinkedHashMap<>(ended));
  }

  /// The renewal of an expiring commitment.
  Renewal of(Expiring expiring) {
    return known.getOrDefault(expiring, NONE);
  }

  /// Tells whether all of an ended commitment is taken over, by a replacement that has begun or by
  /// one that is bought and begins later: its owner has renewed it, if late.
  boolean isRenewed(Lapsed lapsed) {
    return ended.getOrDefault(lapsed, NONE) instanceof Renewal.Full;
  }
}
