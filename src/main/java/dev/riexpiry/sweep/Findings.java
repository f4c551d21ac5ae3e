package dev.riexpiry.sweep;

import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Collects what the threads of one sweep find.
final class Findings {
  private final int accountsConfigured;
  private final Predicate<Commitment> keep;
  private final Progress progress;
  private final Set<AccountId> accountsRead = new HashSet<>();
  private final List<Commitment> kept = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private int targetsKnown;
  private int targetsRead;
  private int targetsUnreadable;
  private int active;

  Findings(int accountsConfigured, Predicate<Commitment> keep, Progress progress) {
    this.accountsConfigured = accountsConfigured;
    this.keep = keep;
    this.progress = progress;
  }

  synchronized void accountUnreadable(Account account, Failure failure) {
    targetsKnown++;
    targetsUnreadable++;
    unreadable.add(
        new Unreadable(account.id(), account.name(), Optional.empty(), Optional.empty(), failure));
    tell();
  }

  synchronized void targetsKnown(int count) {
    targetsKnown += count;
    tell();
  }

  synchronized void add(Sweep.Target target, Reading reading) {
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

  synchronized SweepResult result() {
    return new SweepResult(
        new Coverage(
            accountsConfigured, accountsRead.size(), targetsRead, targetsUnreadable, active),
        kept,
        unreadable);
  }

  private void tell() {
    progress.targets(targetsRead + targetsUnreadable, targetsKnown);
  }
}
