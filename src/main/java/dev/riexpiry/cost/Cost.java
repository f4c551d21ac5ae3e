package dev.riexpiry.cost;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Money;
import java.time.LocalDate;
import java.util.Comparator;

/// What an account paid for a service on a day.
///
/// @param date the day, in UTC
/// @param account the account that it is of
/// @param service as Cost Explorer names it
/// @param amount exact; below zero for credits and refunds
/// @param estimated whether the bill may still change it
public record Cost(
    LocalDate date, AccountId account, String service, Money amount, boolean estimated) {
  /// Orders by day, account and service.
  public static final Comparator<Cost> ORDER =
      Comparator.comparing(Cost::date)
          .thenComparing(Cost::account)
          .thenComparing(Cost::service)
          .thenComparing(cost -> cost.amount().currency().orElse(""));

  public Cost {
    requireNonNull(date, "date is null");
    requireNonNull(account, "account is null");
    requireNonNull(service, "service is null");
    requireNonNull(amount, "amount is null");
  }
}
