package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.expiry.CheckDate;
import dev.riexpiry.expiry.Milestones;
import dev.riexpiry.sweep.Coverage;
import java.util.Map;

/// What every alert of one check says in the same way.
///
/// @param checkDate as of when
/// @param milestones what counts as soon
/// @param coverage how much was read
/// @param expiring how many commitments of the whole check are expiring
/// @param accountNames what people call the accounts
public record CheckSummary(
    CheckDate checkDate,
    Milestones milestones,
    Coverage coverage,
    int expiring,
    Map<AccountId, String> accountNames) {
  public CheckSummary {
    requireNonNull(checkDate, "checkDate is null");
    requireNonNull(milestones, "milestones is null");
    requireNonNull(coverage, "coverage is null");
    accountNames = Map.copyOf(accountNames);
  }

  /// The name of an account; its id if the accounts file does not name it.
  public String nameOf(AccountId accountId) {
    return accountNames.getOrDefault(accountId, accountId.value());
  }
}
