package dev.riexpiry.sweep;



import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Unreadable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Collects what the threads of one sweep find. Once the sweep has given up, what still comes is
/// not taken any more: the result is final when it is told.
final class Findings {
  private final int accountsConfigured;
  private final Predicate<Commitment> keep;
  private final Progress progress;
  private final Set<Account> accountsOpen;
  private final Set<Target> targetsOpen = new HashSet<>();
  private final Set<AccountId> accountsRead = new HashSet<>();
  private final List<Commitment> kept = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private int targetsRead;
  private int targetsUnreadable;
  private int active;
  private boolean givenUp;

  Findings(Collection<Account> accounts, Predicate<Commitment> keep, Progress progress) {
    this.accountsConfigured = accounts.size();
    this.accountsOpen = new LinkedHashSet<>(accounts);
    this.keep = keep;
    this.progress = progress;
  }

  synchronized void accountUnreadable(Account account, Failure failure) {
    if (!givenUp && accountsOpen.remove(account)) {
      targetsUnreadable++;
      unreadable.add(Unreadable.account(account.label(), failure));
      tell();
    }
  }

  /// The account was entered and has these targets.
  synchronized void entered(Account account, Collection<Target> targets) {
    if (!givenUp && accountsOpen.remove(account)) {
      targetsOpen.addAll(targets);
      tell();
    }
  }

  synchronized void add(Target target, Reading reading) {
    if (givenUp || !targetsOpen.remove(target)) {
      return;
    }
    if (!reading.offered()) {
      tell();
      return;
    }
    for (Commitment commitment : reading.commitments()) {
      if (commitment.state().live()) {
        active++;
      }
      if (keep.test(commitment)) {
        kept.add(commitment);
      }
    }
    reading.failures().forEach(failure -> unreadable.add(target.unreadable(failure)));
    if (reading.complete()) {
      targetsRead++;
      accountsRead.add(target.account().id());
    } else {
      targetsUnreadable++;
    }
    tell();
  }

  /// Takes nothing more; what is still open is unreadable.
  ///
  /// @param why gives the failure for an action that was not done
  synchronized void giveUp(Function<String, Failure> why) {
    givenUp = true;
    targetsUnreadable += accountsOpen.size() + targetsOpen.size();
    accountsOpen.forEach(
        account -> unreadable.add(Unreadable.account(account.label(), why.apply("sts:AssumeRole"))));
    targetsOpen.forEach(
        target -> unreadable.add(target.unreadable(why.apply(target.service().action()))));
  }

  synchronized SweepResult result() {
    return new SweepResult(
        new ReadCounts(
            accountsConfigured, accountsRead.size(), targetsRead, targetsUnreadable, active),
        kept,
        unreadable);
  }

  private void tell() {
    int done = targetsRead + targetsUnreadable;
    progress.targets(done, done + targetsOpen.size() + accountsOpen.size());
  }
}
