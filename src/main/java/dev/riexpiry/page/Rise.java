package dev.riexpiry.page;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Worth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The money a day by which costs rise with what ends within a month and is not renewed: its net
/// savings, spread over the hours of a month. What costs more than it saves is not taken off.
///
/// @param until the last day of that month
/// @param daily by currency, more than zero each
/// @param unknown how many end of which nobody says what they save
record Rise(LocalDate until, Map<String, BigDecimal> daily, int unknown) {
  private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);
  private static final int DECIMALS = 4;

  Rise {
    requireNonNull(until, "until is null");
    daily = Map.copyOf(daily);
  }

  static Rise of(Inventory inventory) {
    LocalDate today = inventory.summary().checkDate().date();
    LocalDate until = today.plusMonths(1);
    Map<String, BigDecimal> daily = new TreeMap<>();
    int unknown = 0;
    for (Commitment item : inventory.commitments()) {
      LocalDate lastDay = inventory.summary().checkDate().lastDay(item.end());
      BigDecimal open = BigDecimal.ONE.subtract(renewed(item, inventory));
      if (lastDay.isBefore(today) || lastDay.isAfter(until) || open.signum() == 0) {
        continue;
      }
      Optional<Worth> worth =
          inventory.summary().payer().appraisals().of(item).flatMap(Appraisal::worth);
      Optional<BigDecimal> monthly = worth.flatMap(Worth::monthlyAtStake);
      if (monthly.isEmpty()) {
        unknown++;
      } else if (monthly.get().signum() > 0) {
        daily.merge(
            worth.flatMap(Worth::currency).orElse(""),
            monthly
                .get()
                .multiply(open)
                .multiply(HOURS_OF_A_DAY)
                .divide(Worth.HOURS, DECIMALS, RoundingMode.HALF_UP),
            BigDecimal::add);
      }
    }
    return new Rise(until, daily, unknown);
  }

  private static BigDecimal renewed(Commitment commitment, Inventory inventory) {
    return inventory
        .expiring(commitment)
        .map(Expiring::renewal)
        .map(Rise::share)
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal share(Renewal renewal) {
    return switch (renewal) {
      case Renewal.Full _, Renewal.Partial _ -> renewal.share();
      case Renewal.Perhaps _, Renewal.None _ -> BigDecimal.ZERO;
    };
  }

  /// What it is in a currency; zero if there is nothing.
  BigDecimal in(String currency) {
    return daily.getOrDefault(currency, BigDecimal.ZERO);
  }
}
