package dev.riexpiry.sweep;

import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.Service;
import java.util.List;

/// Signs in to accounts.
public interface AwsAccess {
  /// Asks AWS whose the run's own credentials are. Called at most once per run.
  Asked<Identity> caller();

  /// Assumes the account's role, or takes the caller's own credentials where it names none. Called
  /// once per account and run. Fails if the role leads into another account, or AWS does not say
  /// into which; whose the caller's own credentials are is for [#caller] to tell.
  Asked<AccountSession> signIn(Account account);

  /// The same with more patience, for what did not answer in time.
  default AwsAccess patient() {
    return this;
  }

  /// A session in one account. Safe to use from several threads at once.
  public interface AccountSession {
    /// The regions that are enabled in the account.
    Asked<List<String>> enabledRegions();

    /// Reads the commitments of one service in one region, over all pages, in every state that the
    /// service lists.
    Reading read(String region, Service service);

    /// The same with more patience, for what did not answer in time.
    default AccountSession patient() {
      return this;
    }
  }
}
