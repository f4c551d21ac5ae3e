package dev.riexpiry.check;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.payer.PayerCommitment;
import dev.riexpiry.payer.PayerListing;
import dev.riexpiry.payer.PayerReading;
import dev.riexpiry.sweep.SweepResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Shows the reading of a payer that is the only source as a sweep over one account: each listing
/// of a service is a target there.
final class PayerOnly {
  private PayerOnly() {}

  static SweepResult result(PayerReading reading, CheckRequest request) {
    List<Commitment> commitments =
        reading.commitments().map(PayerCommitment::commitment).filter(request::asksFor).toList();
    Optional<Place> whole = place(reading);
    int read = (int) reading.read().count();
    return new SweepResult(
        new ReadCounts(
            1,
            Math.min(1, read),
            read,
            reading.refusal().isPresent() ? 1 : reading.listings().size() - read,
            (int) commitments.stream().filter(item -> item.state().live()).count()),
        commitments,
        Stream.concat(
                reading.refusal().stream()
                    .map(failure ->
                        new PlaceFailure(whole.orElseGet(Place.Organization::new), failure)),
                reading.listings().stream().flatMap(listing -> failures(listing, reading)))
            .toList(),
        Set.of(),
        reading.caller());
  }

  private static Stream<PlaceFailure> failures(PayerListing listing, PayerReading reading) {
    return listing.failures().stream()
        .flatMap(failure ->
            reading.payer().stream()
                .map(payer ->
                    new PlaceFailure(
                        new Place.Target(payer, Service.GLOBAL, listing.service()), failure)));
  }

  /// The place that is unread where nothing could be asked.
  static Optional<Place> place(PayerReading reading) {
    return reading.payer().map(Place.Account::new);
  }
}
