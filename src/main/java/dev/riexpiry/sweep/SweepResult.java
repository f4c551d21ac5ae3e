package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.ReadCounts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The result of a sweep over some accounts. Two results over different accounts add up to one, so
/// that a long list can be swept in batches.
///
/// @param counts the numbers of what was read
/// @param kept the commitments that the caller asked to keep, in no stated order
/// @param failures the reasons why places were not read in full, by place
/// @param listed the listings that somebody got; an account of which AWS says that they are not
///   offered is contradicted by them
/// @param caller whose the run's own credentials are, if that could be learnt
public record SweepResult(
    ReadCounts counts,
    List<Commitment> kept,
    List<PlaceFailure> failures,
    Set<Listed> listed,
    Optional<Identity> caller) {
  /// The result of a sweep with nothing to read.
  public static final SweepResult NONE = new SweepResult(ReadCounts.NONE, List.of(), List.of());

  /// The result of a sweep by an unknown caller.
  public SweepResult(ReadCounts counts, List<Commitment> kept, List<PlaceFailure> failures) {
    this(counts, kept, failures, Set.of(), Optional.empty());
  }

  public SweepResult {
    requireNonNull(counts, "counts is null");
    kept = List.copyOf(kept);
    listed = Set.copyOf(listed);
    failures = contradicted(failures, listed).sorted(PlaceFailure.ORDER).toList();
    requireNonNull(caller, "caller is null");
  }

  /// The result for parts of the organization with accounts that could not be listed.
  public static SweepResult unlisted(List<PlaceFailure> unlisted) {
    return new SweepResult(new ReadCounts(0, 0, 0, unlisted.size(), 0), List.of(), unlisted);
  }

  private static Stream<PlaceFailure> contradicted(
      List<PlaceFailure> failures, Set<Listed> listed) {
    return failures.stream()
        .map(item ->
            item.failure().isNotOffered()
                    && item.place().target().map(Listed::of).filter(listed::contains).isPresent()
                ? new PlaceFailure(item.place(), item.failure().contradicted())
                : item);
  }

  /// The same result beside commitments that somebody else listed.
  public SweepResult and(List<Commitment> others) {
    return new SweepResult(
        counts, Stream.concat(kept.stream(), others.stream()).toList(), failures, listed, caller);
  }

  /// The result of sweeping both sets of accounts.
  public SweepResult plus(SweepResult other) {
    return new SweepResult(
        counts.plus(other.counts),
        Stream.concat(kept.stream(), other.kept.stream()).toList(),
        Stream.concat(failures.stream(), other.failures.stream()).toList(),
        Stream.concat(listed.stream(), other.listed.stream()).collect(Collectors.toSet()),
        caller.or(other::caller));
  }

  /// A listing of one service in one region, whichever account got it.
  ///
  /// @param region the region, or [Service#GLOBAL]
  public record Listed(String region, Service service) {
    public Listed {
      requireNonNull(region, "region is null");
      requireNonNull(service, "service is null");
    }

    static Listed of(Place.Target target) {
      return new Listed(target.region(), target.service());
    }
  }
}
