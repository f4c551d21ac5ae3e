package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.ledger.BoundedLedger;
import dev.riexpiry.ledger.Claims;
import dev.riexpiry.ledger.Ledger;
import dev.riexpiry.ledger.Pause;
import java.time.InstantSource;

/// What one run uses a ledger with.
///
/// @param ledger what remembers; it is asked no more once it has failed a few times
/// @param owner the run, by a name unlike that of any other
/// @param clock what time it is, for leases
/// @param pause waits for another run that is telling the same
/// @param atOnce how many calls to make at once, at least 1
public record Recorder(Ledger ledger, String owner, InstantSource clock, Pause pause, int atOnce) {
  /// Enough to record a thousand announcements in a second or two.
  private static final int AT_ONCE = 16;

  public Recorder {
    ledger = new BoundedLedger(ledger);
    requireNonNull(owner, "owner is null");
    requireNonNull(clock, "clock is null");
    requireNonNull(pause, "pause is null");
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce is less than 1: " + atOnce);
    }
  }

  /// One that makes several calls at once.
  public Recorder(Ledger ledger, String owner, InstantSource clock, Pause pause) {
    this(ledger, owner, clock, pause, AT_ONCE);
  }

  /// The claims of this run; none yet.
  Claims claims() {
    return new Claims(ledger, owner, clock, pause, atOnce);
  }
}
