package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Acknowledgement;
import dev.riexpiry.finding.RecordedCommitment;
import java.time.Instant;
import java.time.LocalDate;

/// A commitment that somebody has acknowledged.
///
/// @param commitment the commitment
/// @param decision what was decided
public record Acknowledged(RecordedCommitment commitment, Acknowledgement decision) {
  public Acknowledged {
    requireNonNull(commitment, "commitment is null");
    requireNonNull(decision, "decision is null");
  }

  /// Tells whether it silences the milestones of the commitment that has this end on a check date.
  public boolean silences(Instant end, LocalDate date) {
    return !decision.isOver(date) && commitment.endsAt(end);
  }
}
