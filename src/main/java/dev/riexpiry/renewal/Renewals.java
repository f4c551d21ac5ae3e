package dev.riexpiry.renewal;

import dev.riexpiry.expiry.Expiring;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is known of the renewal of everything that is expiring.
///
/// @param known by expiring commitment, in the order of their end
public record Renewals(Map<Expiring, Renewal> known) {
  /// Nothing is known to be renewed.
  public static final Renewals NONE = new Renewals(Map.of());

  private static final Renewal NOBODY = new Renewal.None();

  public Renewals {
    known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
  }

  /// What is known of one.
  public Renewal of(Expiring expiring) {
    return known.getOrDefault(expiring, NOBODY);
  }

  /// Tells whether nobody has to do anything about one.
  public boolean isSettled(Expiring expiring) {
    return of(expiring).settled();
  }

  /// How many nobody has to do anything about.
  public int settled() {
    return (int) known.values().stream().filter(Renewal::settled).count();
  }
}
