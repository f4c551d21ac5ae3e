package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.ReadCounts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The result of a sweep over some accounts. Two results over different accounts add up to one, so
/// that a long list can be swept in batches.
///
/// @param counts the numbers of what was read
/// @param kept the commitments that the caller asked to keep, in no stated order
/// @param failures the reasons why places were not read in full, by place
/// @param caller whose the run's own credentials are, if that could be learnt
public record SweepResult(
    ReadCounts counts,
    List<Commitment> kept,
    List<PlaceFailure> failures,
    Optional<Identity> caller) {
  /// The result of a sweep with nothing to read.
  public static final SweepResult NONE = new SweepResult(ReadCounts.NONE, List.of(), List.of());

  /// The result of a sweep by an unknown caller.
  public SweepResult(ReadCounts counts, List<Commitment> kept, List<PlaceFailure> failures) {
    this(counts, kept, failures, Optional.empty());
  }

  public SweepResult {
    requireNonNull(counts, "counts is null");
    kept = List.copyOf(kept);
    failures = failures.stream().sorted(PlaceFailure.ORDER).toList();
    requireNonNull(caller, "caller is null");
  }

  /// The result for parts of the organization with accounts that could not be listed.
  public static SweepResult unlisted(List<PlaceFailure> unlisted) {
    return new SweepResult(new ReadCounts(0, 0, 0, unlisted.size(), 0), List.of(), unlisted);
  }

  /// The result of sweeping both sets of accounts.
  public SweepResult plus(SweepResult other) {
    return new SweepResult(
        counts.plus(other.counts),
        Stream.concat(kept.stream(), other.kept.stream()).toList(),
        Stream.concat(failures.stream(), other.failures.stream()).toList(),
        caller.or(other::caller));
  }
}
