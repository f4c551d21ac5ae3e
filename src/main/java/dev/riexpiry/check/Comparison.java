package dev.riexpiry.check;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Difference;
import dev.riexpiry.finding.Difference.Reason;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.payer.Join;
import dev.riexpiry.payer.PayerCommitment;
import dev.riexpiry.payer.PayerReading;
import dev.riexpiry.payer.Window;
import dev.riexpiry.sweep.ClosedAccount;
import dev.riexpiry.sweep.SweepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares what the accounts and the payer's Cost Explorer list, service by service: what one of
/// them has and the other should have.
final class Comparison {
  /// The least time that a commitment must have had within the window to be listed with hours.
  private static final Duration HOUR = Duration.ofHours(1);

  private final Instant now;
  private final Window window;
  private final Map<AccountId, Account> accounts;
  private final Set<Place> unread;
  private final Absence absence;
  private final List<Service> asked;
  private final Set<Service> listed;
  private final Set<AccountId> paidFor;
  private final List<Join.Pair> pairs = new ArrayList<>();
  private final List<PayerCommitment> told = new ArrayList<>();
  private final List<Difference> accountOnly = new ArrayList<>();
  private final List<Difference> payerOnly = new ArrayList<>();
  private final List<Difference> disputed = new ArrayList<>();
  private final List<Service> unjoined = new ArrayList<>();

  Comparison(CheckRequest request, SweepResult swept, PayerReading reading) {
    this.now = reading.asked();
    this.window = reading.window();
    this.accounts =
        request.roster().accounts().stream()
            .collect(Collectors.toMap(Account::id, Function.identity()));
    this.unread = swept.failures().stream().map(PlaceFailure::place).collect(Collectors.toSet());
    this.absence =
        new Absence(
            now,
            accounts,
            request.roster().closed().stream().map(ClosedAccount::id).collect(Collectors.toSet()),
            !request.roster().unlisted().isEmpty(),
            unread);
    this.asked = request.roster().payer().map(PayerScope::services).orElse(List.of());
    this.listed = reading.read().collect(Collectors.toSet());
    this.paidFor = paidFor(request.roster().accounts(), reading);
    Map<Service, List<PayerCommitment>> ofPayer =
        reading
            .commitments()
            .filter(item -> request.asksFor(item.commitment()) && isRead(item.commitment()))
            .collect(Collectors.groupingBy(item -> item.commitment().service()));
    Map<Service, List<Commitment>> ofAccounts =
        swept.kept().stream().distinct().collect(Collectors.groupingBy(Commitment::service));
    for (Service service : PayerScope.LISTED) {
      compare(
          service,
          Join.of(
              ofAccounts.getOrDefault(service, List.of()),
              ofPayer.getOrDefault(service, List.of())));
    }
  }

  /// The accounts of which it is known that the payer pays for them: itself, those of which it
  /// lists something, and those of the organization. Of any other account its silence says nothing.
  private static Set<AccountId> paidFor(List<Account> accounts, PayerReading reading) {
    return Stream.of(
            reading.payer().stream(),
            reading.commitments().map(item -> item.commitment().accountId()),
            accounts.stream()
                .filter(account -> account.label().organizationalUnit().isPresent())
                .map(Account::id))
        .flatMap(ids -> ids)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void compare(Service service, Join join) {
    List<Commitment> missing = join.accountOnly().stream().filter(this::isExpected).toList();
    List<Difference> only =
        join.payerOnly().stream()
            .flatMap(item -> absence.fromAccount(item.commitment()).stream())
            .toList();
    if (join.pairs().isEmpty()
        && !missing.isEmpty()
        && only.stream().anyMatch(item -> item.reason() == Reason.MISSING)) {
      unjoined.add(service);
      return;
    }
    pairs.addAll(join.pairs());
    missing.stream().map(Absence::fromPayer).forEach(accountOnly::add);
    payerOnly.addAll(only);
    Set<Commitment> known = only.stream().map(Difference::commitment).collect(Collectors.toSet());
    join.payerOnly().stream().filter(item -> known.contains(item.commitment())).forEach(told::add);
    Dispute dispute = new Dispute(now, window);
    join.pairs().forEach(pair -> dispute.of(pair).ifPresent(disputed::add));
  }

  /// Tells whether the accounts file wants the service of a commitment in its account; what it does
  /// not know of, it wants.
  private boolean isRead(Commitment commitment) {
    return Optional.ofNullable(accounts.get(commitment.accountId()))
        .map(account -> account.services().contains(commitment.service()))
        .orElse(true);
  }

  /// Tells whether the payer should list a commitment: its listing was read, and the commitment had
  /// an hour within the window. What was never paid, or is not paid yet, is in no listing.
  private boolean isExpected(Commitment commitment) {
    boolean counted =
        switch (commitment.state()) {
          case Known.ACTIVE, Known.EXCHANGING, Known.PENDING_RETURN -> true;
          case Known.RETIRED, Known.EXPIRED -> !commitment.end().isAfter(now);
          case Known _, CommitmentState.Unknown _ -> false;
        };
    return counted
        && listed.contains(commitment.service())
        && commitment.start().plus(HOUR).isBefore(window.end())
        && commitment.end().minus(HOUR).isAfter(window.begin());
  }

  List<Join.Pair> pairs() {
    return List.copyOf(pairs);
  }

  /// What only the payer knows of, and people are told.
  List<PayerCommitment> told() {
    return List.copyOf(told);
  }

  List<Difference> accountOnly() {
    return List.copyOf(accountOnly);
  }

  List<Difference> payerOnly() {
    return List.copyOf(payerOnly);
  }

  List<Difference> disputed() {
    return List.copyOf(disputed);
  }

  /// The unread places of which everything is known that a payer lists of an account.
  Set<Place> known() {
    return unread.stream().filter(this::isKnown).collect(Collectors.toUnmodifiableSet());
  }

  private boolean isKnown(Place place) {
    return switch (place) {
      case Place.Target target ->
          paidFor.contains(target.accountId()) && areCompared(List.of(target.service()));
      case Place.Account(AccountId id) ->
          paidFor.contains(id)
              && Optional.ofNullable(accounts.get(id))
                  .filter(account -> areCompared(account.services()))
                  .isPresent();
      case Place.Organization _ -> areCompared(asked);
    };
  }

  /// Tells whether the payer lists some of these services, and each of those in full.
  private boolean areCompared(Collection<Service> services) {
    List<Service> ofPayer = PayerScope.LISTED.stream().filter(services::contains).toList();
    return !ofPayer.isEmpty()
        && ofPayer.stream().allMatch(listed::contains)
        && ofPayer.stream().noneMatch(unjoined::contains);
  }

  List<Service> unjoined() {
    return List.copyOf(unjoined);
  }
}
