package dev.riexpiry.policy;



import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Renewal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is known of the renewal of everything that is expiring or has ended.
///
/// @param known by expiring commitment, in the order of their end
/// @param ended by commitment that has ended, in the order of their end
public record Renewals(Map<Expiring, Renewal> known, Map<Lapsed, Renewal> ended) {
  /// Nothing is known to be renewed.
  public static final Renewals NONE = new Renewals(Map.of(), Map.of());

  private static final Renewal NOBODY = new Renewal.None();

  public Renewals {
    known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    ended = Collections.unmodifiableMap(new LinkedHashMap<>(ended));
  }

  /// What is known of one.
  public Renewal of(Expiring expiring) {
    return known.getOrDefault(expiring, NOBODY);
  }

  /// Tells whether nobody has to do anything about one.
  public boolean isSettled(Expiring expiring) {
    return of(expiring).settled();
  }

  /// Tells whether all of what has ended is taken over: by what is there now, or by what is bought
  /// and begins later. Somebody has seen to it, if late.
  public boolean isRenewed(Lapsed lapsed) {
    return ended.getOrDefault(lapsed, NOBODY) instanceof Renewal.Covered;
  }

  /// How many nobody has to do anything about.
  public int settled() {
    return (int) known.values().stream().filter(Renewal::settled).count();
  }
}
