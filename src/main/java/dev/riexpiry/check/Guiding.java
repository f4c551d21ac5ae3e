package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.PayerScope;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Difference;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Guidance;
import dev.riexpiry.finding.Guidance.Reason;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.WholeSweep;
import dev.riexpiry.ledger.Ledger;
import dev.riexpiry.ledger.Outages;
import dev.riexpiry.payer.PayerCommitment;
import dev.riexpiry.payer.PayerReading;
import dev.riexpiry.policy.PayerGuide;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.SweepResult;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether the payer guides a run, and by what.
///
/// @param guidance which it is, for people
/// @param guide what to ask; empty where everything is asked
record Guiding(Guidance guidance, Optional<PayerGuide> guide) {
  private static final Guiding OFF = new Guiding(Guidance.OFF, Optional.empty());

  Guiding {
    requireNonNull(guidance, "guidance is null");
    requireNonNull(guide, "guide is null");
  }

  /// The guiding of a check that is spread over several functions: none of them knows what the
  /// others were told.
  static Guiding spread(Roster roster) {
    return mayGuide(roster) ? whole(Reason.SPREAD) : OFF;
  }

  /// Decides for a run in one function.
  ///
  /// @param payer what the payer has answered in this run
  static Guiding of(CheckRequest request, Optional<PayerReading> payer, Optional<Ledger> ledger) {
    Roster roster = request.roster();
    if (!mayGuide(roster) || payer.isEmpty()) {
      return OFF;
    }
    if (!isDaily(request)) {
      return whole(Reason.NOT_DAILY);
    }
    if (ledger.isEmpty()) {
      return whole(Reason.NO_LEDGER);
    }
    PayerReading reading = payer.get();
    if (reading.payer().isEmpty() || reading.failures().findAny().isPresent()) {
      return whole(Reason.PAYER_INCOMPLETE);
    }
    Set<AccountId> members = roster.membersOf(reading.payer().get());
    return members.isEmpty()
        ? whole(Reason.NO_ORGANIZATION)
        : of(request, reading, members, ledger.get());
  }

  private static Guiding of(
      CheckRequest request, PayerReading reading, Set<AccountId> members, Ledger ledger) {
    return switch (ledger.wholeSweep(reading.payer().orElseThrow())) {
      case Outcome.Failed<Optional<WholeSweep>>(Failure _) -> whole(Reason.NO_LEDGER);
      case Outcome.Found<Optional<WholeSweep>>(Optional<WholeSweep> known) ->
          known
              .filter(proved -> PayerGuide.isCurrent(proved, request.checkDate().date()))
              .map(proved -> of(proved, reading, members, ledger))
              .orElseGet(() -> whole(Reason.DUE));
    };
  }

  private static Guiding of(
      WholeSweep proved, PayerReading reading, Set<AccountId> members, Ledger ledger) {
    return switch (ledger.outages(members.stream().<Place>map(Place.Account::new).toList())) {
      case Outcome.Failed<Map<Place, Outages>>(Failure _) -> whole(Reason.NO_LEDGER);
      case Outcome.Found<Map<Place, Outages>>(Map<Place, Outages> outages) ->
          new Guiding(
              new Guidance.Guided(proved.on()),
              Optional.of(
                  PayerGuide.of(
                      proved,
                      members,
                      reading.commitments().map(PayerCommitment::commitment).toList(),
                      places(outages.values()))));
    };
  }

  private static Set<Place> places(Collection<Outages> outages) {
    return outages.stream()
        .flatMap(known -> known.open().keySet().stream())
        .collect(Collectors.toSet());
  }

  private static Guiding whole(Reason reason) {
    return new Guiding(new Guidance.Whole(reason), Optional.empty());
  }

  private static boolean mayGuide(Roster roster) {
    return !roster.ofPayerOnly() && roster.payer().filter(PayerScope::guides).isPresent();
  }

  /// Tells whether a run is the one that comes every day: it sends and records, and is of
  /// everything.
  private static boolean isDaily(CheckRequest request) {
    return request.recorded()
        && request.roster().whole()
        && request.narrowing().isNone()
        && !request.inventory();
  }

  /// Tells whether a target is to be asked.
  boolean asks(Place.Target target) {
    return guide.map(known -> known.asks(target)).orElse(true);
  }

  /// Tells whether a run looks at a place: that one was not asked does not mean that it can be
  /// read.
  boolean holds(Place place) {
    return place.target().map(this::asks).orElse(true);
  }

  /// What a run has proved for those to come; empty if it is not the one that was due, or had no
  /// time for everything.
  Optional<WholeSweep> proved(
      CheckRequest request, SweepResult read, PayerReading reading, Reconciliation compared) {
    boolean proves =
        guidance.equals(new Guidance.Whole(Reason.DUE))
            && request.recorded()
            && read.failures().stream()
                .noneMatch(item -> item.failure().code().equals(Failure.DEADLINE_EXCEEDED));
    return proves
        ? reading
            .payer()
            .map(payer ->
                new WholeSweep(
                    payer,
                    request.checkDate().date(),
                    complete(request, reading, compared),
                    request.roster().membersOf(payer),
                    read.listed().stream()
                        .map(SweepResult.Listed::region)
                        .collect(Collectors.toSet()),
                    places(read, request.roster().membersOf(payer))))
        : Optional.empty();
  }

  /// Where something was found, or could not be read.
  private static Set<Place> places(SweepResult read, Set<AccountId> members) {
    return Stream.concat(
            read.kept().stream().map(Place::of), read.failures().stream().map(PlaceFailure::place))
        .filter(place -> place.owner().filter(members::contains).isPresent())
        .collect(Collectors.toSet());
  }

  /// The services of which the payer lacks nothing that an account of its organization lists.
  private static Set<Service> complete(
      CheckRequest request, PayerReading reading, Reconciliation compared) {
    Set<AccountId> members = request.roster().membersOf(reading.payer().orElseThrow());
    Set<Service> lacking =
        compared.accountOnly().stream()
            .map(Difference::commitment)
            .filter(commitment -> members.contains(commitment.accountId()))
            .map(Commitment::service)
            .collect(Collectors.toSet());
    return reading
        .read()
        .filter(service -> !lacking.contains(service) && !compared.unjoined().contains(service))
        .collect(Collectors.toSet());
  }
}
