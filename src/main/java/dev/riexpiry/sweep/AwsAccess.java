package dev.riexpiry.sweep;



import dev.riexpiry.account.Account;

/// The way into accounts.
public interface AwsAccess {
  /// Assumes the account's role, or takes the caller's own credentials where it names none. Called
  /// once per account and run.
  Asked<AccountSession> signIn(Account account);
}
