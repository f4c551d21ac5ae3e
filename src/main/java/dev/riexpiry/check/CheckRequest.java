package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.expiry.CheckDate;
import dev.riexpiry.expiry.Milestones;
import java.util.List;

/// What one run is to do.
///
/// @param accounts whom to read, at least one
/// @param checkDate as of when
/// @param milestones what counts as soon
/// @param grouping how many alerts there are to be
/// @param delivery where alerts go, if anywhere
public record CheckRequest(
    List<Account> accounts,
    CheckDate checkDate,
    Milestones milestones,
    Grouping grouping,
    Delivery delivery) {
  /// @throws IllegalArgumentException if there is no account
  public CheckRequest {
    accounts = List.copyOf(accounts);
    requireNonNull(checkDate, "checkDate is null");
    requireNonNull(milestones, "milestones is null");
    requireNonNull(grouping, "grouping is null");
    requireNonNull(delivery, "delivery is null");
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("no account is to be checked");
    }
  }
}
