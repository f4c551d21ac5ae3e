package dev.riexpiry.payer;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import java.util.List;

/// The commitments of one service that a payer's Cost Explorer lists. Both lists may hold
/// something, after a partial failure.
///
/// @param service the service
/// @param commitments each once
/// @param failures the reasons why commitments may be missing; empty if none is
public record PayerListing(
    Service service, List<PayerCommitment> commitments, List<Failure> failures) {
  public PayerListing {
    requireNonNull(service, "service is null");
    commitments = List.copyOf(commitments);
    failures = List.copyOf(failures);
  }
}
