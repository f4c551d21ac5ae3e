package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/// That an announcement was made.
///
/// @param on the check date of the run that made it
/// @param first the check date on which people first heard of the same commitment or gap; the same
///   day if this was the first time
public record Told(LocalDate on, LocalDate first) {
  public Told {
    requireNonNull(on, "on is null");
    requireNonNull(first, "first is null");
  }
}
