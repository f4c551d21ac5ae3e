package dev.riexpiry.cost;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.PlaceFailure;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// What accounts cost, as far as it could be read.
///
/// @param days the days that were asked for
/// @param metric how the money is counted
/// @param costs by day, account and service
/// @param estimated the days that the bill may still change
/// @param accounts names and units of the accounts
/// @param unread what could not be read: of an account that is named here there are no costs
/// @param read how many accounts were asked and answered in full: with a payer it alone
/// @param requests how many requests were answered, each of which costs one cent (USD)
public record CostReading(
    CostDays days,
    CostMetric metric,
    List<Cost> costs,
    Set<LocalDate> estimated,
    AccountLabels accounts,
    List<PlaceFailure> unread,
    int read,
    int requests) {
  public CostReading {
    requireNonNull(days, "days is null");
    requireNonNull(metric, "metric is null");
    costs = List.copyOf(costs);
    estimated = Set.copyOf(estimated);
    requireNonNull(accounts, "accounts is null");
    unread = List.copyOf(unread);
  }

  /// Tells whether there is anything to show: what could not be read at all must not be shown as
  /// nothing that was paid.
  public boolean isKnown() {
    return read > 0;
  }

  /// The accounts that could not be read, each once.
  public List<AccountLabel> unreadAccounts() {
    return unread.stream()
        .flatMap(failure -> failure.place().owner().stream())
        .distinct()
        .map(accounts::of)
        .toList();
  }

  /// Tells whether everything was read.
  public boolean complete() {
    return unread.isEmpty();
  }
}
