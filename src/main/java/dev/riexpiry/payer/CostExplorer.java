package dev.riexpiry.payer;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.PayerScope;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Identity;
import java.util.List;
import java.util.Optional;

/// Asks the Cost Explorer of an account.
public interface CostExplorer {
  /// Assumes the payer's role, or takes the caller's own credentials where it names none. Fails if
  /// they are not those of the account that it names.
  ///
  /// @param caller whose the caller's own credentials are, or why that could not be learnt, if that
  ///   was asked already
  Outcome<Session> signIn(PayerScope payer, Optional<Outcome<Identity>> caller);

  /// A session in the account of a payer.
  interface Session {
    /// The account whose Cost Explorer answers.
    AccountId account();

    /// Whose the run's own credentials are, if that was asked.
    Optional<Identity> caller();

    /// The currency of all amounts, which Cost Explorer does not name here.
    String currency();

    /// The management account of the organization that the account is in; empty if it is in none.
    Outcome<Optional<AccountId>> managementAccount();

    /// Asks for one page of a listing. Each that is answered costs one cent (USD).
    ///
    /// @param token the page token of the page before; empty for the first
    Outcome<Page> page(Question question, Window window, Optional<String> token);

    /// The same with more patience, for what did not answer in time.
    Session patient();
  }

  /// A page of a listing.
  ///
  /// @param rows the commitments on it
  /// @param next the page token of the next page, if there is one
  record Page(List<Row> rows, Optional<String> next) {
    public Page {
      rows = List.copyOf(rows);
      requireNonNull(next, "next is null");
    }
  }
}
