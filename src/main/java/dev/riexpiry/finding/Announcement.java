package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/// Stands for a finding in the ledger, where it is recorded that people were told of it.
///
/// @param key the same for the same finding, and for no other
/// @param expires when the record may be forgotten
/// @param canWait whether it waits for the next run where the ledger cannot be asked. A restoration
///   that is announced and not recorded would keep people from hearing of the next outage of the
///   same place, and what ended early at some time is told once or every day
public record Announcement(String key, Instant expires, boolean canWait) {
  /// The time for which a record is kept: longer than a year, so that the record of a one-year
  /// commitment outlives its successor's first milestone, and what was announced to whom can still
  /// be looked up.
  public static final Duration KEPT = Duration.ofDays(400);

  public Announcement {
    requireNonNull(key, "key is null");
    requireNonNull(expires, "expires is null");
  }

  /// Makes the announcement of a commitment, kept for some time after its end.
  static Announcement of(String key, Instant end) {
    return new Announcement(key, end.plus(KEPT), false);
  }
}
