package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/// What comparing the two sources of a run, its accounts and the payer's Cost Explorer, has shown.
///
/// @param state whether they were compared
/// @param period the days that the payer's Cost Explorer was asked about; empty where it was not
/// @param requests the pages that it answered
/// @param onlySource whether the payer is the only source, so that there is nothing to compare
public record Reconciliation(
    State state, Optional<Period> period, int requests, boolean onlySource) {
  /// The reconciliation of a run without a payer.
  public static final Reconciliation OFF =
      new Reconciliation(State.OFF, Optional.empty(), 0, false);

  public Reconciliation {
    requireNonNull(state, "state is null");
    requireNonNull(period, "period is null");
  }

  /// The same after further pages were answered.
  Reconciliation after(int more) {
    return new Reconciliation(state, period, requests + more, onlySource);
  }

  /// Tells whether the two sources were compared.
  public enum State {
    /// There is only one source.
    OFF("off");

    private final String id;

    State(String id) {
      this.id = requireNonNull(id, "id is null");
    }

    /// The word that stands for it in JSON.
    public String id() {
      return id;
    }
  }

  /// Some days.
  ///
  /// @param from the first day, in UTC
  /// @param to the last day, in UTC
  public record Period(LocalDate from, LocalDate to) {
    public Period {
      requireNonNull(from, "from is null");
      requireNonNull(to, "to is null");
    }
  }
}
