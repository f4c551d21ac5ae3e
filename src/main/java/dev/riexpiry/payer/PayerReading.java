package dev.riexpiry.payer;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.sweep.Identity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a payer's Cost Explorer answered.
///
/// @param payer the payer's account, if it is known
/// @param caller whose the run's own credentials are, if that was asked
/// @param asked the time at which it was asked
/// @param window the days that it was asked about
/// @param requests the pages that were answered, each of which costs one cent (USD)
/// @param refusal the reason why nothing was asked; empty if it was
/// @param listings one for each service that was asked about
/// @param warnings what is worth a look
public record PayerReading(
    Optional<AccountId> payer,
    Optional<Identity> caller,
    Instant asked,
    Window window,
    int requests,
    Optional<Failure> refusal,
    List<PayerListing> listings,
    List<String> warnings) {
  public PayerReading {
    requireNonNull(payer, "payer is null");
    requireNonNull(caller, "caller is null");
    requireNonNull(asked, "asked is null");
    requireNonNull(window, "window is null");
    requireNonNull(refusal, "refusal is null");
    listings = List.copyOf(listings);
    warnings = List.copyOf(warnings);
  }

  /// The reading of a payer that could not be asked.
  static PayerReading refused(
      Optional<AccountId> payer, Optional<Identity> caller, Instant asked, Failure why) {
    return new PayerReading(
        payer, caller, asked, Window.before(asked), 0, Optional.of(why), List.of(), List.of());
  }

  /// All commitments that were listed.
  public Stream<PayerCommitment> commitments() {
    return listings.stream().flatMap(listing -> listing.commitments().stream());
  }

  /// All reasons why commitments may be missing.
  public Stream<Failure> failures() {
    return Stream.concat(
        refusal.stream(), listings.stream().flatMap(listing -> listing.failures().stream()));
  }

  /// The same reasons, each once, with the services that were not listed in full because of it: the
  /// listings of all reservations are one action.
  public List<Failure> causes() {
    Map<Failure, List<Service>> services = new LinkedHashMap<>();
    listings.forEach(listing ->
        listing
            .failures()
            .forEach(failure ->
                services.computeIfAbsent(failure, _ -> new ArrayList<>()).add(listing.service())));
    return Stream.concat(
            refusal.stream(),
            services.entrySet().stream()
                .map(cause -> of(cause.getKey(), cause.getValue().stream().distinct().toList())))
        .toList();
  }

  private static Failure of(Failure failure, List<Service> services) {
    return new Failure(
        failure.action(),
        failure.code(),
        "not listed in full: %s: %s"
            .formatted(
                services.stream().map(Service::label).collect(Collectors.joining(", ")),
                failure.message()),
        failure.remedy());
  }

  /// The services that were listed in full.
  public Stream<Service> read() {
    return listings.stream()
        .filter(listing -> listing.failures().isEmpty())
        .map(PayerListing::service);
  }
}
