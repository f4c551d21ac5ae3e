package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/// The time for which a run holds the claim of an announcement.
///
/// @param owner the name of the run, unique among all runs
/// @param from now, by the clock of the run
/// @param until the time from which another run may take the claim over
public record Lease(String owner, Instant from, Instant until) {
  /// The shortest length: long enough for claiming, composing and publishing one message; short
  /// enough that Lambda's own retry, a minute after a run that died, finds its claims ended.
  public static final Duration LENGTH = Duration.ofSeconds(60);

  /// @throws IllegalArgumentException if `until` is not after `from`
  public Lease {
    requireNonNull(owner, "owner is null");
    requireNonNull(from, "from is null");
    requireNonNull(until, "until is null");
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("a lease ends after it began: " + from + ", " + until);
    }
  }

  /// The lease of a run that has little to tell.
  public static Lease of(String owner, Instant from) {
    return of(owner, from, Duration.ZERO);
  }

  /// The lease of a run that is to make all its announcements under one lease.
  ///
  /// @param telling how long they take, at least 0
  public static Lease of(String owner, Instant from, Duration telling) {
    return new Lease(owner, from, from.plus(LENGTH).plus(telling));
  }
}
