package dev.riexpiry.lambda;

import static java.util.Objects.requireNonNull;

/// A step of a check that the template's state machine spreads over several functions.
sealed interface SpreadStep {
  /// Lists the accounts.
  record ListAccounts() implements SpreadStep {}

  /// Sweeps one batch of them.
  ///
  /// @param batch its number, from 0
  record SweepBatch(int batch) implements SpreadStep {}

  /// Puts the batches together and sends the alerts.
  ///
  /// @param batches the number of batches
  record Conclude(int batches) implements SpreadStep {}

  /// A step of one run.
  ///
  /// @param run the run's name, which no other run has
  /// @param step the step
  record OfRun(String run, SpreadStep step) {
    public OfRun {
      requireNonNull(run, "run is null");
      requireNonNull(step, "step is null");
    }
  }
}
