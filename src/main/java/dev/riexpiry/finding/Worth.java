package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// What all units of a commitment cost and save in a month of 730 hours, amortised: what was paid
/// upfront is spread over the term. Amounts have two decimals; what is not known is empty, and
/// never zero.
///
/// @param currency such as `USD`; empty where AWS does not say
/// @param monthlyCost the amortised cost
/// @param monthlyOnDemand what the usage it covered costs at the on-demand price
/// @param monthlyAtStake the net savings, which end with it; negative if it costs more than it
///   saves
/// @param breakEvenPercent the share that has to be used for it to save as much as it costs; above
///   100 if it never does
/// @param monthlyRecurring the part of the cost that is billed month by month, and not paid upfront
public record Worth(
    Optional<String> currency,
    Optional<BigDecimal> monthlyCost,
    Optional<BigDecimal> monthlyOnDemand,
    Optional<BigDecimal> monthlyAtStake,
    Optional<BigDecimal> breakEvenPercent,
    Optional<BigDecimal> monthlyRecurring) {
  /// The hours of a month: 8,760 of a year, divided by twelve.
  public static final BigDecimal HOURS = BigDecimal.valueOf(730);

  /// The worth of which nothing is known.
  public static final Worth UNKNOWN =
      new Worth(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final int DECIMALS = 2;

  /// The worth of which only the price is known.
  ///
  /// @param hourly the price of all units an hour, with an upfront payment spread over the term
  public static Worth ofPrice(Money hourly) {
    return new Worth(
        hourly.currency(),
        Optional.of(hourly.amount().multiply(HOURS)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public Worth {
    requireNonNull(currency, "currency is null");
    monthlyCost = monthlyCost.map(Worth::rounded);
    monthlyOnDemand = monthlyOnDemand.map(Worth::rounded);
    monthlyAtStake = monthlyAtStake.map(Worth::rounded);
    breakEvenPercent = breakEvenPercent.map(Worth::rounded);
    monthlyRecurring = monthlyRecurring.map(Worth::rounded);
  }

  /// The amount by which the invoice rises once it has ended, if the same usage goes on: what was
  /// paid upfront is in no invoice any more, so that this is more than [#monthlyAtStake].
  public Optional<BigDecimal> monthlyInvoiceRise() {
    return monthlyOnDemand.flatMap(price -> monthlyRecurring.map(price::subtract));
  }

  private static BigDecimal rounded(BigDecimal number) {
    return number.setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
