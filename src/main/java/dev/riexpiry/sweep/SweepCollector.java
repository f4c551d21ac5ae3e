package dev.riexpiry.sweep;

import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.sweep.Sweep.Progress;
import dev.riexpiry.sweep.SweepResult.Listed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Collects the commitments and failures that the threads of one sweep find. Once the sweep has
/// given up, later ones are dropped: the result is final when it is handed on.
final class SweepCollector {
  private final int accountsConfigured;
  private final UnaryOperator<List<Commitment>> keep;
  private final Progress progress;
  private final Map<AccountId, Account> accountsOpen = new LinkedHashMap<>();
  private final Set<Place.Target> targetsOpen = new HashSet<>();
  private final Set<AccountId> accountsRead = new HashSet<>();
  private final List<Commitment> kept = new ArrayList<>();
  private final List<PlaceFailure> failures = new ArrayList<>();
  private final Set<Listed> listed = new HashSet<>();
  private final Map<AccountId, Failure> silentAccounts = new HashMap<>();
  private final Map<Place.Target, Reading> silentTargets = new HashMap<>();
  private int targetsRead;
  private int targetsUnreadable;
  private int active;
  private int notAsked;
  private Optional<Identity> caller = Optional.empty();
  private boolean givenUp;

  SweepCollector(
      Collection<Account> accounts, UnaryOperator<List<Commitment>> keep, Progress progress) {
    this.accountsConfigured = accounts.size();
    accounts.forEach(account -> accountsOpen.put(account.id(), account));
    this.keep = keep;
    this.progress = progress;
  }

  /// Takes whose the run's own credentials are.
  synchronized void caller(Identity identity) {
    if (!givenUp) {
      caller = Optional.of(identity);
    }
  }

  /// Takes the failure of an account that could not be signed in to.
  synchronized void failed(AccountId account, Failure failure) {
    if (!givenUp && accountsOpen.remove(account) != null) {
      targetsUnreadable++;
      failures.add(new PlaceFailure(new Place.Account(account), failure));
      report();
    }
  }

  /// Takes the targets of an account that was signed in to.
  synchronized void entered(AccountId account, Collection<Place.Target> targets) {
    if (!givenUp && accountsOpen.remove(account) != null) {
      open(targets);
    }
  }

  /// Takes further targets, which need no account to be entered in full.
  synchronized void open(Collection<Place.Target> targets) {
    if (!givenUp) {
      targetsOpen.addAll(targets);
      report();
    }
  }

  /// Counts targets that are left out.
  synchronized void notAsked(int targets) {
    if (!givenUp) {
      notAsked += targets;
    }
  }

  /// Takes the failure that counts for an account unless there is a better answer to come.
  synchronized void silent(AccountId account, Failure failure) {
    silentAccounts.put(account, failure);
  }

  /// Takes the reading that counts for a target unless there is a better one to come.
  synchronized void silent(Place.Target target, Reading reading) {
    silentTargets.put(target, reading);
  }

  /// Takes the reading of one target.
  void add(Place.Target target, Reading reading) {
    add(target, reading, keep.apply(reading.commitments()));
  }

  private synchronized void add(
      Place.Target target, Reading reading, List<Commitment> worthKeeping) {
    if (!givenUp && targetsOpen.remove(target)) {
      take(target, reading, worthKeeping);
      report();
    }
  }

  private void take(Place.Target target, Reading reading, List<Commitment> worthKeeping) {
    if (!reading.offered()) {
      return;
    }
    for (Commitment commitment : reading.commitments()) {
      if (commitment.state().live()) {
        active++;
      }
    }
    kept.addAll(worthKeeping);
    reading.failures().forEach(failure -> failures.add(new PlaceFailure(target, failure)));
    if (reading.complete() || !reading.commitments().isEmpty()) {
      listed.add(Listed.of(target));
    }
    if (reading.complete()) {
      targetsRead++;
      accountsRead.add(target.accountId());
    } else {
      targetsUnreadable++;
    }
  }

  /// Ends the collection; accounts and targets that are still open have failed, those that were
  /// silent with that.
  ///
  /// @param why gives the failure for an action that was not done
  synchronized void giveUp(Function<String, Failure> why) {
    givenUp = true;
    boolean open = !targetsOpen.isEmpty() || !accountsOpen.isEmpty();
    for (Place.Target target : targetsOpen) {
      Reading reading =
          Optional.ofNullable(silentTargets.get(target))
              .orElseGet(() -> Reading.failed(why.apply(target.service().action())));
      take(target, reading, keep.apply(reading.commitments()));
    }
    targetsOpen.clear();
    targetsUnreadable += accountsOpen.size();
    accountsOpen.forEach((id, account) ->
        failures.add(
            new PlaceFailure(
                new Place.Account(id),
                Optional.ofNullable(silentAccounts.get(id))
                    .orElseGet(() ->
                        why.apply(
                            account.role().isPresent() ? SweepRun.SIGN_IN : Identity.ACTION)))));
    accountsOpen.clear();
    if (open) {
      report();
    }
  }

  /// The result of the sweep.
  synchronized SweepResult result() {
    return new SweepResult(
        new ReadCounts(
            accountsConfigured,
            accountsRead.size(),
            targetsRead,
            targetsUnreadable,
            active,
            notAsked),
        kept,
        failures,
        listed,
        caller);
  }

  private void report() {
    int done = targetsRead + targetsUnreadable;
    progress.targets(done, done + targetsOpen.size() + accountsOpen.size());
  }
}
