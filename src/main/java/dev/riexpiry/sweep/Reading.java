package dev.riexpiry.sweep;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The commitments that one target gave. Both lists may hold something, after a partial failure: a
/// page that came before the one that failed is not thrown away, and neither are the reservations
/// beside one that makes no sense.
///
/// @param commitments those that could be read, in the order of the answers, each once: a listing
///   that changes while it is paged through gives an item twice
/// @param failures the reasons why commitments may be missing; empty if none is
/// @param throttled whether AWS throttled at least one attempt, even if a later one succeeded
/// @param offered whether the service exists there; false where there was nothing to read
public record Reading(
    List<Commitment> commitments, List<Failure> failures, boolean throttled, boolean offered) {
  /// The reading of a service that does not exist there, which is neither read nor unreadable.
  public static final Reading NOT_OFFERED = new Reading(List.of(), List.of(), false, false);

  /// A reading of a service that exists there.
  public Reading(List<Commitment> commitments, List<Failure> failures, boolean throttled) {
    this(commitments, failures, throttled, true);
  }

  public Reading {
    Map<String, Commitment> byId = new LinkedHashMap<>();
    commitments.forEach(commitment -> byId.put(commitment.id(), commitment));
    commitments = List.copyOf(byId.values());
    failures = List.copyOf(failures);
  }

  /// A reading that holds nothing but its failure.
  public static Reading failed(Failure failure) {
    return new Reading(List.of(), List.of(failure), false);
  }

  /// Tells whether something may be missing only because there was no answer in time.
  public boolean isSilence() {
    return failures.stream().anyMatch(Failure::isSilence);
  }

  /// Tells whether everything was read.
  public boolean complete() {
    return failures.isEmpty();
  }
}
