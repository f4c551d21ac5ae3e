package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Worth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    return sum(worths(findings, summary), Worth::monthlyAtStake);
  }

  /// Adds up by how much the invoice rises once the same commitments have ended; empty where that
  /// is not known of one of them, or nothing of them was paid upfront, so that it is the same.
  static Optional<Stakes> ofInvoice(Collection<? extends Finding> findings, CheckSummary summary) {
    List<Worth> worths = worths(findings, summary);
    return worths.stream().allMatch(worth -> worth.monthlyInvoiceRise().isPresent())
            && atStake(findings, summary).anyMatch(item -> item.offering().paidUpfront())
        ? Optional.of(sum(worths, Worth::monthlyInvoiceRise))
        : Optional.empty();
  }

  private static List<Worth> worths(Collection<? extends Finding> findings, CheckSummary summary) {
    return atStake(findings, summary).map(summary::worth).toList();
  }

  /// The commitments that end, are not renewed, and save something.
  private static Stream<Commitment> atStake(
      Collection<? extends Finding> findings, CheckSummary summary) {
    return findings.stream()
        .filter(Expiring.class::isInstance)
        .map(Expiring.class::cast)
        .filter(item -> !item.renewed())
        .map(Expiring::commitment)
        .filter(item ->
            summary.worth(item).monthlyAtStake().filter(sum -> sum.signum() > 0).isPresent());
  }

  private static Stakes sum(List<Worth> worths, Function<Worth, Optional<BigDecimal>> figure) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    worths.forEach(worth ->
        sums.merge(
            worth.currency().orElse(""), figure.apply(worth).orElseThrow(), BigDecimal::add));
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
