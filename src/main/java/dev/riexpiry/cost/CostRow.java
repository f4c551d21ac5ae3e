package dev.riexpiry.cost;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountLabel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A cost as programs get it: a row of `cost.csv`, an object of the JSON output.
///
/// @param date such as `2026-05-03`
/// @param accountName its id where nobody names it
/// @param organizationalUnit the names of its units, from the root down with slashes between them;
///   blank if it stands directly below the root, empty where that is not known
/// @param amount exact, with two decimals at least
/// @param currency such as `USD`; empty where Cost Explorer does not say
/// @param estimated whether the bill may still change it
public record CostRow(
    String date,
    String accountId,
    String accountName,
    Optional<String> organizationalUnit,
    String service,
    BigDecimal amount,
    Optional<String> currency,
    boolean estimated) {
  public CostRow {
    requireNonNull(date, "date is null");
    requireNonNull(accountId, "accountId is null");
    requireNonNull(accountName, "accountName is null");
    requireNonNull(organizationalUnit, "organizationalUnit is null");
    requireNonNull(service, "service is null");
    requireNonNull(amount, "amount is null");
    requireNonNull(currency, "currency is null");
  }

  /// The rows of a reading, by day, account and service.
  public static List<CostRow> of(CostReading reading) {
    return reading.costs().stream()
        .map(cost -> of(cost, reading.accounts().of(cost.account())))
        .toList();
  }

  private static CostRow of(Cost cost, AccountLabel account) {
    return new CostRow(
        cost.date().toString(),
        account.id().value(),
        account.name(),
        account.organizationalUnit(),
        cost.service(),
        cost.amount().amount(),
        cost.amount().currency(),
        cost.estimated());
  }
}
