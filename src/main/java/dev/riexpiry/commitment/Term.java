package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// The first and the last instant at which a commitment applies. The end need not be the later one:
/// the times that AWS reports of a reservation that was modified or returned may be out of order,
/// and are shown all the same.
///
/// @param start the first instant at which it applies
/// @param end the last instant at which it applies
public record Term(Instant start, Instant end) {
  public Term {
    requireNonNull(start, "start is null");
    requireNonNull(end, "end is null");
  }
}
