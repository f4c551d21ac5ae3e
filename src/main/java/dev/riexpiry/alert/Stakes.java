package dev.riexpiry.alert;

import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Worth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The net savings a month that end with some commitments, by currency: amounts of different
/// currencies are never added. What costs more than it saves is not taken off, and what is not
/// known counts as nothing.
///
/// @param byCurrency more than zero each
public record Stakes(SortedMap<String, BigDecimal> byCurrency) {
  private static final BigDecimal WHOLE_FROM = BigDecimal.TEN;

  public Stakes {
    byCurrency = Collections.unmodifiableSortedMap(new TreeMap<>(byCurrency));
  }

  /// Adds up what is at stake with those expiring commitments that are not renewed.
  public static Stakes of(Collection<? extends Finding> findings, CheckSummary summary) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    for (Finding finding : findings) {
      if (finding instanceof Expiring expiring && !expiring.renewed()) {
        Worth worth = summary.worth(expiring.commitment());
        worth
            .monthlyAtStake()
            .filter(amount -> amount.signum() > 0)
            .ifPresent(amount -> sums.merge(worth.currency().orElse(""), amount, BigDecimal::add));
      }
    }
    return new Stakes(sums);
  }

  /// Tells whether nothing is known to be at stake.
  public boolean isEmpty() {
    return byCurrency.isEmpty();
  }

  /// Writes `4,300.00 USD`, and `4,300.00 USD + 20.00 CNY` of several currencies.
  public String exact() {
    return byCurrency.entrySet().stream()
        .map(sum -> (amount(sum.getValue()) + " " + sum.getKey()).strip())
        .collect(Collectors.joining(" + "));
  }

  /// Writes `7 days 4,300.00 USD`; empty where nothing is at stake.
  Optional<String> within(int days) {
    return isEmpty() ? Optional.empty() : Optional.of(Wording.count(days, "day") + " " + exact());
  }

  /// Writes the same without cents, from ten on.
  String rounded() {
    return byCurrency.entrySet().stream()
        .map(sum -> (rounded(sum) + " " + sum.getKey()).strip())
        .collect(Collectors.joining(" + "));
  }

  private static String rounded(Map.Entry<String, BigDecimal> sum) {
    return sum.getValue().compareTo(WHOLE_FROM) < 0
        ? amount(sum.getValue())
        : String.format(
            Locale.ENGLISH, "%,d", sum.getValue().setScale(0, RoundingMode.HALF_UP).longValue());
  }

  /// Writes an amount for people: two decimals, and thousands apart.
  public static String amount(BigDecimal amount) {
    return String.format(Locale.ENGLISH, "%,.2f", amount);
  }
}
