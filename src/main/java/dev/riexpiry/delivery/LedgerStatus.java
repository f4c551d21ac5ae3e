package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/// How far a run could use a ledger.
///
/// @param table what people call it; empty if there is none
/// @param state how far it could be used
/// @param left announcements that another run had claimed and not made when this run had to end
public record LedgerStatus(Optional<String> table, State state, int left) {
  /// There is none.
  public static final LedgerStatus OFF = new LedgerStatus(Optional.empty(), State.OFF, 0);

  public LedgerStatus {
    requireNonNull(table, "table is null");
    requireNonNull(state, "state is null");
  }

  /// How far a ledger could be used.
  public enum State {
    /// There is none: everything is announced by every run.
    OFF,
    /// It was asked, and nothing was recorded: a dry run, or one of another date.
    READ,
    /// It was asked, and what was announced is recorded.
    WRITTEN,
    /// At least one call failed: something may be announced again.
    FAILED;

    /// The word that stands for it in the report.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
