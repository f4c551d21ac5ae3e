package dev.riexpiry.policy;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Renewal;
import java.math.BigDecimal;
import java.util.Map;

/// The renewals of all that ends or has ended.
///
/// @param known by the commitment that ends; one without a renewal is missing
/// @param left the units of each purchase that renews nothing
record Renewals(Map<Commitment, Renewal> known, Map<Commitment, BigDecimal> left) {
  private static final Renewal NONE = new Renewal.None();

  Renewals {
    known = Map.copyOf(known);
    left = Map.copyOf(left);
  }

  /// The renewal of a commitment.
  Renewal of(Commitment commitment) {
    return known.getOrDefault(commitment, NONE);
  }
}
