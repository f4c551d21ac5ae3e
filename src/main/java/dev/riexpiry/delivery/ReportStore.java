package dev.riexpiry.delivery;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.S3Location;
import java.util.Optional;

/// Writes the files of reports where people read them.
public interface ReportStore {
  /// Signs in to the account that has to own a place. Nothing is written yet.
  ///
  /// @return why that cannot be done
  Outcome<Shelf> open(ReportPlace place);

  /// A place that can be written to.
  interface Shelf {
    /// The account that has to own it.
    AccountId owner();

    /// Writes one file, whole or not at all; one of the same name is replaced.
    ///
    /// @param folder within the place
    /// @return why it could not be written; empty if it was
    Optional<Failure> put(S3Location folder, ReportFile file);
  }
}
