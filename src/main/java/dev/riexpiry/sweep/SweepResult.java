package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Unreadable;
import java.util.List;
import java.util.stream.Stream;

/// What a sweep over some accounts found. Two results over different accounts add up to one, so
/// that a long list can be swept in batches.
///
/// @param coverage how much was read
/// @param kept the commitments that the caller had a use for, in no stated order
/// @param unreadable what was not read in full, by place
public record SweepResult(ReadCounts coverage, List<Commitment> kept, List<Unreadable> unreadable) {
  public SweepResult {
    requireNonNull(coverage, "coverage is null");
    kept = List.copyOf(kept);
    unreadable = unreadable.stream().sorted(Unreadable.BY_PLACE).toList();
  }

  /// What it comes to that parts of the organization would not tell their accounts.
  public static SweepResult unlisted(List<Unreadable> unlisted) {
    return new SweepResult(new ReadCounts(0, 0, 0, unlisted.size(), 0), List.of(), unlisted);
  }

  /// The result of sweeping both sets of accounts.
  public SweepResult plus(SweepResult other) {
    return new SweepResult(
        coverage.plus(other.coverage),
        Stream.concat(kept.stream(), other.kept.stream()).toList(),
        Stream.concat(unreadable.stream(), other.unreadable.stream()).toList());
  }
}
