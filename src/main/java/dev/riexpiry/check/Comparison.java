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
  private final Set<AccountId> closed;
  private final boolean unlisted;
  private final Set<Place> unread;
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
    this.closed =
        request.roster().closed().stream().map(ClosedAccount::id).collect(Collectors.toSet());
    this.unlisted = !request.roster().unlisted().isEmpty();
    this.unread = swept.failures().stream().map(PlaceFailure::place).collect(Collectors.toSet());
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
        join.payerOnly().stream().flatMap(item -> difference(item).stream()).toList();
    if (join.pairs().isEmpty()
        && !missing.isEmpty()
        && only.stream().anyMatch(item -> item.reason() == Reason.MISSING)) {
      unjoined.add(service);
      return;
    }
    pairs.addAll(join.pairs());
    missing.stream().map(Comparison::missing).forEach(accountOnly::add);
    payerOnly.addAll(only);
    Set<Commitment> known = only.stream().map(Difference::commitment).collect(Collectors.toSet());
    join.payerOnly().stream().filter(item -> known.contains(item.commitment())).forEach(told::add);
    join.pairs().forEach(pair -> dispute(pair).ifPresent(disputed::add));
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

  private static Difference missing(Commitment commitment) {
    return new Difference(
        commitment,
        Reason.MISSING,
        "the payer's Cost Explorer does not list it",
        "look it up in the payer's Cost Explorer; see whether the account pays its own bills");
  }

  /// The reason why only the payer lists a commitment; empty where its account need not list it any
  /// more: services forget what has ended.
  private Optional<Difference> difference(PayerCommitment item) {
    Commitment commitment = item.commitment();
    AccountId id = commitment.accountId();
    Account account = accounts.get(id);
    if (account == null) {
      return Optional.of(ofUnknownAccount(commitment));
    }
    if (unread.contains(new Place.Account(id)) || unread.contains(Place.of(commitment))) {
      return Optional.of(
          new Difference(
              commitment,
              Reason.UNREAD,
              "its account could not be read there",
              "mend what keeps it from being read"));
    }
    if (!commitment.service().global() && !account.regions().mayHold(commitment.region())) {
      return Optional.of(
          new Difference(
              commitment,
              Reason.REGION_NOT_READ,
              "its region is not read in the account",
              "add the region to the accounts file"));
    }
    return isOver(commitment)
        ? Optional.empty()
        : Optional.of(
            new Difference(
                commitment,
                Reason.MISSING,
                "its account was read and does not list it",
                "look it up in the account's console; if it is not there, ask AWS Support"));
  }

  private Difference ofUnknownAccount(Commitment commitment) {
    if (closed.contains(commitment.accountId())) {
      return new Difference(
          commitment,
          Reason.CLOSED,
          "its account is closed",
          "nobody can read it there; ask the payer what becomes of it");
    }
    return unlisted
        ? new Difference(
            commitment,
            Reason.UNREAD,
            "its account is not in the accounts file, and the organization could not be listed in"
                + " full",
            "mend what keeps the organization from being listed")
        : new Difference(
            commitment,
            Reason.NOT_IN_FILE,
            "its account is not in the accounts file",
            "add the account to the accounts file");
  }

  private boolean isOver(Commitment commitment) {
    return !commitment.state().live() || !commitment.end().isAfter(now);
  }

  /// What the account and the payer say differently. What has changed since the window ended, only
  /// the account can know.
  private Optional<Difference> dispute(Join.Pair pair) {
    Commitment here = pair.account();
    Commitment there = pair.payer().commitment();
    boolean isNew =
        !here.state().live() && here.end().isAfter(window.end()) && !here.end().isAfter(now);
    if (isNew || !isSettled(here.state())) {
      return Optional.empty();
    }
    return Stream.<Optional<Difference>>of(
            quantity(here, there), state(here, there), end(here, there))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isSettled(CommitmentState state) {
    return switch (state) {
      case Known.ACTIVE, Known.EXCHANGING, Known.PENDING_RETURN, Known.RETIRED, Known.EXPIRED ->
          true;
      case Known _, CommitmentState.Unknown _ -> false;
    };
  }

  private static Optional<Difference> quantity(Commitment here, Commitment there) {
    return here.covered().quantity() == there.covered().quantity()
        ? Optional.empty()
        : Optional.of(
            disputed(
                here,
                Reason.QUANTITY,
                "quantity %s in the account, %s for the payer"
                    .formatted(here.covered().quantity(), there.covered().quantity())));
  }

  private Optional<Difference> state(Commitment here, Commitment there) {
    return isOver(here) == isOver(there)
        ? Optional.empty()
        : Optional.of(
            disputed(
                here,
                Reason.STATE,
                "%s in the account, %s for the payer"
                    .formatted(here.state().text(), there.state().text())));
  }

  private static Optional<Difference> end(Commitment here, Commitment there) {
    return Join.isNear(here.end(), there.end())
        ? Optional.empty()
        : Optional.of(
            disputed(
                here,
                Reason.END,
                "ends %s in the account, %s for the payer".formatted(here.end(), there.end())));
  }

  private static Difference disputed(Commitment commitment, Reason reason, String detail) {
    return new Difference(
        commitment,
        reason,
        detail,
        "look it up in the account's console; what the account says counts here");
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
