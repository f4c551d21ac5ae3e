package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// The end of a commitment as the ledger names it: by the nearest ten seconds. Cost Explorer gives
/// an end up to two seconds before the one that its service gives, and people who were told of one
/// are not told of the other.
///
/// @param end as its service, or Cost Explorer, gives it
record RecordedEnd(Instant end) {
  /// The largest difference between two ends that are one.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private static final long STEP = 10;

  RecordedEnd {
    requireNonNull(end, "end is null");
  }

  /// The names under which an end may be recorded, the one under which it is recorded first: the
  /// other ten seconds to which the same end, two seconds off, would be nearest, and its instant.
  Stream<String> names() {
    return Stream.of(rounded(end), rounded(end.minus(TOLERANCE)), rounded(end.plus(TOLERANCE)), end)
        .map(Instant::toString)
        .distinct();
  }

  private static Instant rounded(Instant time) {
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond() + STEP / 2, STEP) * STEP);
  }
}
