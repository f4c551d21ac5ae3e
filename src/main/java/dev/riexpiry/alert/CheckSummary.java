package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.ledger.Memory;
import dev.riexpiry.policy.Renewals;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What every alert of one check says in the same way.
///
/// @param checkDate as of when
/// @param milestones what counts as soon
/// @param coverage how much was read
/// @param expiring how many commitments of the whole check are expiring
/// @param accounts what is known of the accounts
/// @param memory what is known of earlier checks
/// @param renewals what of the expiring ones is renewed
/// @param ignored how many commitments are not told because people decided so
public record CheckSummary(
    CheckDate checkDate,
    Milestones milestones,
    ReadCounts coverage,
    int expiring,
    Map<AccountId, Account> accounts,
    Memory memory,
    Renewals renewals,
    int ignored) {
  public CheckSummary {
    requireNonNull(checkDate, "checkDate is null");
    requireNonNull(milestones, "milestones is null");
    requireNonNull(coverage, "coverage is null");
    accounts = Map.copyOf(accounts);
    requireNonNull(memory, "memory is null");
    requireNonNull(renewals, "renewals is null");
  }

  /// The summary of a check that knows of no earlier one and of no renewal, and ignores nothing.
  public CheckSummary(
      CheckDate checkDate,
      Milestones milestones,
      ReadCounts coverage,
      int expiring,
      Map<AccountId, Account> accounts) {
    this(checkDate, milestones, coverage, expiring, accounts, Memory.NONE, Renewals.NONE, 0);
  }

  /// The same summary with more known of earlier checks.
  public CheckSummary with(Memory other) {
    return new CheckSummary(
        checkDate, milestones, coverage, expiring, accounts, other, renewals, ignored);
  }

  /// How many days a commitment had left on another day.
  long daysLeftOn(LocalDate date, Commitment commitment) {
    return new CheckDate(date, checkDate.zone()).daysLeft(commitment.end());
  }

  /// How many expiring commitments are not renewed.
  int open() {
    return expiring - renewals.settled();
  }

  /// How many expiring commitments this check tells of.
  int due() {
    return open() - memory.toldBefore();
  }

  /// Tells whether this check tells of an expiring commitment.
  public boolean isDue(Expiring item) {
    return !renewals.isSettled(item) && memory.isDue(item);
  }

  /// The name of an account; its id if the accounts file does not name it.
  public String nameOf(AccountId accountId) {
    return Optional.ofNullable(accounts.get(accountId))
        .map(Account::name)
        .orElse(accountId.value());
  }

  /// An account as people read it: its name, its id, and its organizational unit where that is
  /// known.
  public String labelOf(AccountId accountId) {
    return new AccountLabel(accountId, nameOf(accountId), organizationalUnitOf(accountId))
        .toString();
  }

  /// Where an account stands in its organization, if that is known.
  public Optional<String> organizationalUnitOf(AccountId accountId) {
    return Optional.ofNullable(accounts.get(accountId)).flatMap(Account::organizationalUnit);
  }
}
