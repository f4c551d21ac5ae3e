package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// From when to when a commitment counts. That the end is the later one is not asked for: what AWS
/// says of a reservation that was modified or returned need not be in order, and is told all the
/// same.
///
/// @param start when it begins or began to count
/// @param end the last instant it counts
public record Term(Instant start, Instant end) {
  public Term {
    requireNonNull(start, "start is null");
    requireNonNull(end, "end is null");
  }
}
