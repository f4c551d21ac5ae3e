package dev.riexpiry.cost;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.PayerScope;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Directory;
import dev.riexpiry.sweep.Identity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the Cost Explorer of an account what was paid.
public interface CostAndUsage {
  /// Assumes the role in an account, or takes the caller's own credentials where it names none.
  /// Fails if they are not those of the account that it names.
  ///
  /// @param account the payer, or any account that is asked for itself
  /// @param caller whose the caller's own credentials are, or why that could not be learnt, if that
  ///   was asked already
  Outcome<Session> signIn(PayerScope account, Optional<Outcome<Identity>> caller);

  /// A session in an account.
  interface Session {
    /// The account whose Cost Explorer answers.
    AccountId account();

    /// The management account of the organization that the account is in; empty if it is in none.
    Outcome<Optional<AccountId>> managementAccount();

    /// The accounts and units of its organization, as this account sees them.
    Directory organization();

    /// Asks for one page. Each that is answered costs one cent (USD).
    ///
    /// @param token the page token of the page before; empty for the first
    Outcome<Page> page(CostQuestion question, Optional<String> token);

    /// The same with more patience, for what did not answer in time.
    Session patient();
  }

  /// A page of costs. It may begin and end in the middle of a day.
  ///
  /// @param days the days that it has something of, or says of that there is nothing; with whether
  ///   the bill may still change them
  /// @param names the names of accounts, as far as it gives them
  /// @param next the page token of the next page, if there is one
  record Page(
      List<Cost> costs,
      Map<LocalDate, Boolean> days,
      Map<AccountId, String> names,
      Optional<String> next) {
    public Page {
      costs = List.copyOf(costs);
      days = Map.copyOf(days);
      names = Map.copyOf(names);
      requireNonNull(next, "next is null");
    }
  }
}
