package dev.riexpiry.check;

import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.SweepResult;
import dev.riexpiry.sweep.SweepResult.Listed;
import dev.riexpiry.text.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The result of sweeping one batch as the steps of a spread check hand it on. Written and read by
/// one version of this program within one run, so that it needs no compatibility.
///
/// @param caller the ARN of the step's own credentials
record StoredSweep(
    ReadCounts counts,
    List<StoredCommitment> kept,
    List<StoredFailure> failures,
    List<StoredListing> listed,
    Optional<String> caller) {

  /// Writes a result as JSON.
  static String write(SweepResult result) {
    return Json.compact(
        new StoredSweep(
            result.counts(),
            result.kept().stream().map(StoredCommitment::of).toList(),
            result.failures().stream().map(StoredFailure::of).toList(),
            result.listed().stream().map(StoredListing::of).toList(),
            result.caller().map(Identity::arn)));
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException if it is something else
  static SweepResult read(String text) {
    StoredSweep stored = Json.read(text, StoredSweep.class);
    return new SweepResult(
        stored.counts,
        stored.kept.stream().map(StoredCommitment::commitment).toList(),
        stored.failures.stream().map(StoredFailure::failure).toList(),
        stored.listed.stream().map(StoredListing::listed).collect(Collectors.toSet()),
        stored.caller.flatMap(Identity::of));
  }

  /// A listing that somebody got.
  ///
  /// @param service its id
  record StoredListing(String region, String service) {
    static StoredListing of(Listed listed) {
      return new StoredListing(listed.region(), listed.service().id());
    }

    Listed listed() {
      return new Listed(region, Service.of(service));
    }
  }
}
