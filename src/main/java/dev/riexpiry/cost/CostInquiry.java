package dev.riexpiry.cost;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.cost.CostAndUsage.Session;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.sweep.Directory.Listing;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what accounts cost: all of them from the payer, or, without one, each from itself.
///
/// - accounts that are asked at once: eight
///
/// @param costs asks
public record CostInquiry(CostAndUsage costs) {
  private static final int AT_ONCE = 8;
  private static final Listing NO_ORGANIZATION = new Listing(List.of(), List.of());

  public CostInquiry {
    requireNonNull(costs, "costs is null");
  }

  /// Reads the costs of a roster's accounts. Failures of AWS are in the reading; no exception is
  /// thrown for them.
  ///
  /// @param stop ends the reading; what was not read is a failure then
  public CostReading read(Roster roster, CostDays days, CostMetric metric, Stop stop) {
    return roster
        .payer()
        .map(
            payer -> ofPayer(roster, payer, new CostQuestion(days, metric, Optional.empty()), stop))
        .orElseGet(() -> ofEach(roster, days, metric, stop));
  }

  private CostReading ofPayer(Roster roster, PayerScope payer, CostQuestion question, Stop stop) {
    return switch (costs.signIn(payer, roster.caller())) {
      case Outcome.Failed<Session>(Failure failure) ->
          refused(
              roster,
              question,
              payer.id().<Place>map(Place.Account::new).orElseGet(Place.Organization::new),
              failure);
      case Outcome.Found<Session>(Session session) ->
          switch (session.managementAccount()) {
            case Outcome.Failed<Optional<AccountId>>(Failure failure) ->
                refused(roster, question, new Place.Account(session.account()), failure);
            case Outcome.Found<Optional<AccountId>>(Optional<AccountId> management) ->
                PayerInquiry.unproved(session.account(), management)
                    .map(failure ->
                        refused(roster, question, new Place.Account(session.account()), failure))
                    .orElseGet(() -> ofAll(roster, session, question, management, stop));
          };
    };
  }

  /// Lists the costs first: names and units are worth less than they.
  private static CostReading ofAll(
      Roster roster,
      Session session,
      CostQuestion question,
      Optional<AccountId> management,
      Stop stop) {
    CostShare share = new CostListing(session, question, stop).read();
    Listing organization =
        share.failure().isPresent() || management.isEmpty()
            ? NO_ORGANIZATION
            : session.organization().list(List.of(), stop);
    return reading(roster, question, organization, List.of(share));
  }

  private static CostReading refused(
      Roster roster, CostQuestion question, Place place, Failure failure) {
    return reading(
        roster,
        question,
        NO_ORGANIZATION,
        List.of(CostShare.unread(new PlaceFailure(place, failure), 0)));
  }

  private CostReading ofEach(Roster roster, CostDays days, CostMetric metric, Stop stop) {
    List<CostShare> shares = new ArrayList<>();
    roster.unlisted().forEach(failure -> shares.add(CostShare.unread(failure, 0)));
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("cost-", 0).factory())) {
      List<Future<CostShare>> futures =
          roster.accounts().stream()
              .map(account ->
                  threads.submit(() ->
                      ofOne(
                          account,
                          roster.caller(),
                          new CostQuestion(days, metric, Optional.of(account.id())),
                          stop)))
              .toList();
      for (Future<CostShare> future : futures) {
        shares.add(future.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while costs were read", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading costs failed", e.getCause());
    }
    return reading(
        roster, new CostQuestion(days, metric, Optional.empty()), NO_ORGANIZATION, shares);
  }

  /// Asks an account for itself only: one that pays for others would tell of these too, and they
  /// would be counted twice.
  private CostShare ofOne(
      Account account, Optional<Outcome<Identity>> caller, CostQuestion question, Stop stop) {
    Place place = new Place.Account(account.id());
    if (stop.isDue()) {
      return CostShare.unread(new PlaceFailure(place, stop.failure(CostQuestion.ACTION)), 0);
    }
    PayerScope itself =
        new PayerScope(
            Optional.of(account.id()),
            account.role(),
            account.externalId(),
            PayerScope.LISTED,
            Set.of());
    return switch (costs.signIn(itself, caller)) {
      case Outcome.Failed<Session>(Failure failure) ->
          CostShare.unread(new PlaceFailure(place, failure), 0);
      case Outcome.Found<Session>(Session session) ->
          new CostListing(session, question, stop).read();
    };
  }

  private static CostReading reading(
      Roster roster, CostQuestion question, Listing organization, List<CostShare> shares) {
    return new CostReading(
        question.days(),
        question.metric(),
        shares.stream().flatMap(share -> share.costs().stream()).sorted(Cost.ORDER).toList(),
        shares.stream()
            .flatMap(share -> share.days().entrySet().stream())
            .filter(Map.Entry<LocalDate, Boolean>::getValue)
            .map(Map.Entry::getKey)
            .filter(question.days()::holds)
            .collect(Collectors.toSet()),
        CostLabels.of(shares, organization, roster),
        Stream.concat(
                shares.stream().flatMap(share -> share.failure().stream()),
                organization.failures().stream()
                    .map(failure -> new PlaceFailure(new Place.Organization(), failure)))
            .distinct()
            .sorted(PlaceFailure.ORDER)
            .toList(),
        (int) shares.stream().filter(share -> share.failure().isEmpty()).count(),
        shares.stream().mapToInt(CostShare::requests).sum());
  }
}
