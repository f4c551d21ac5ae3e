package dev.riexpiry.ledger;



import java.time.Duration;

/// Waits for another run.
public interface Pause {
  /// Waits, unless the time for that has run out.
  ///
  /// @return false if it has
  boolean pause(Duration time);
}
