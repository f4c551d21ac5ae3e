package dev.riexpiry.ledger;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.RecordedCommitment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The acknowledgements in a ledger, for the people who make them. No check asks here: it reads
/// those of the commitments that it has found.
public interface Acknowledgements {
  /// Reads the whole ledger.
  ///
  /// @param stopped tells whether the time for that is over
  Outcome<Book> read(BooleanSupplier stopped);

  /// Records an acknowledgement, unless one of the same commitment is in force.
  ///
  /// @param today the day on which it is made
  /// @return the one that is in force; empty if this one was recorded
  /// @throws IllegalArgumentException if it is a tag's
  Outcome<Optional<Acknowledged>> record(Acknowledged acknowledged, LocalDate today);

  /// Takes the acknowledgement of a commitment back.
  ///
  /// @return why it could not be taken back; empty if there is none any more
  Optional<Failure> remove(RecordedCommitment commitment);

  /// What the ledger knows.
  ///
  /// @param announced the commitments of which people were told that they are about to end, each
  ///   once, in no order
  /// @param acknowledged those that were acknowledged, the first to end being silent first
  record Book(List<RecordedCommitment> announced, List<Acknowledged> acknowledged) {
    public Book {
      announced = List.copyOf(announced);
      acknowledged = List.copyOf(acknowledged);
    }
  }
}
