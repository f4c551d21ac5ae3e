package dev.riexpiry.cli;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import java.util.Optional;

/// A commitment as a row of a table.
///
/// @param urgency how soon somebody has to act
/// @param first when it ends or ended
/// @param renewed what is known of its renewal, where that is shown
/// @param advice what to do about it, where that is shown
/// @param told whether people are told of it
record CommitmentLine(
    Commitment commitment,
    Urgency urgency,
    String first,
    Optional<String> renewed,
    Optional<String> advice,
    String told) {
  CommitmentLine {
    requireNonNull(commitment, "commitment is null");
    requireNonNull(urgency, "urgency is null");
    requireNonNull(first, "first is null");
    requireNonNull(renewed, "renewed is null");
    requireNonNull(advice, "advice is null");
    requireNonNull(told, "told is null");
  }
}
