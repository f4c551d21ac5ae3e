package dev.riexpiry.page;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.Worth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// The prices of commitments an hour, with what was paid upfront spread over the term: what its own
/// service says, else what the payer's Cost Explorer does.
///
/// @param appraisals what the payer says
record Prices(Appraisals appraisals) {
  private static final int DECIMALS = 4;

  Prices {
    requireNonNull(appraisals, "appraisals is null");
  }

  static Prices of(Inventory inventory) {
    return new Prices(inventory.summary().payer().appraisals());
  }

  /// The price of all of a commitment; empty if nobody says.
  Optional<Money> hourly(Commitment commitment) {
    return commitment
        .hourlyPrice()
        .or(() -> appraisals.of(commitment).flatMap(Appraisal::worth).flatMap(Prices::hourly))
        .map(price -> rounded(price.amount(), price.currency()));
  }

  private static Optional<Money> hourly(Worth worth) {
    return worth
        .monthlyCost()
        .map(cost ->
            new Money(cost.divide(Worth.HOURS, DECIMALS, RoundingMode.HALF_UP), worth.currency()));
  }

  private static Money rounded(BigDecimal amount, Optional<String> currency) {
    return new Money(amount.setScale(DECIMALS, RoundingMode.HALF_UP), currency);
  }
}
