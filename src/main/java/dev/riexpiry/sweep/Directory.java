package dev.riexpiry.sweep;



import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Outcome;
import java.util.List;

/// Knows the accounts of the caller's organization.
public interface Directory {
  /// The caller's own account.
  Outcome<AccountId> callerAccount();

  /// The open accounts in some organizational units and in all units below them.
  ///
  /// @param organizationalUnits their ids; the whole organization if there is none
  /// @param stop when to end although it is not done; what was not listed is a failure then
  Listing list(List<String> organizationalUnits, Stop stop);
}
