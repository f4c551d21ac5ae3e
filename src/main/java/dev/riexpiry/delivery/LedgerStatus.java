package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/// The extent to which a run could use a ledger.
///
/// @param table its name; empty if there is none
/// @param state the extent to which it could be used
/// @param left announcements that another run had claimed and not made when this run had to end
public record LedgerStatus(Optional<String> table, State state, int left) {
  /// The status where there is none.
  public static final LedgerStatus OFF = new LedgerStatus(Optional.empty(), State.OFF, 0);

  public LedgerStatus {
    requireNonNull(table, "table is null");
    requireNonNull(state, "state is null");
  }

  /// The extent to which a ledger could be used.
  public enum State {
    /// Without a ledger: everything is announced by every run.
    OFF,
    /// Asked, and nothing was recorded: a dry run, or one of another date.
    READ,
    /// Asked, and what was announced is recorded.
    WRITTEN,
    /// At least one call failed: something may be announced again.
    FAILED;

    /// The word that stands for it in the report.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
