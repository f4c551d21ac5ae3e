package dev.riexpiry.policy;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Renewal.Replacement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/// What possible replacements still have to give. Whatever is taken is gone.
final class Replacements {
  private static final Comparator<Stock> EARLIEST_FIRST =
      Comparator.comparing(
          stock -> stock.commitment,
          Comparator.comparing(Commitment::start)
              .thenComparing(Commitment::end)
              .thenComparing(Commitment::id));

  private final Map<CoverageKey, List<Stock>> stocks = new HashMap<>();

  Replacements(Collection<Commitment> replacements) {
    for (Commitment commitment : replacements) {
      Quantity.of(commitment).ifPresent(footprint -> add(commitment, footprint));
    }
    stocks.values().forEach(list -> list.sort(EARLIEST_FIRST));
  }

  private void add(Commitment commitment, Quantity footprint) {
    stocks
        .computeIfAbsent(footprint.usage(), _ -> new ArrayList<>())
        .add(new Stock(commitment, footprint.units()));
  }

  /// Takes as much of what is wanted as there is.
  Renewal take(Quantity wanted, Predicate<Commitment> fit, ToIntFunction<Commitment> gapDays) {
    List<Replacement> taken = new ArrayList<>();
    BigDecimal missing = wanted.units();
    for (Stock stock : stocks.getOrDefault(wanted.usage(), List.of())) {
      BigDecimal units = stock.left.min(missing);
      if (units.signum() > 0 && fit.test(stock.commitment)) {
        stock.left = stock.left.subtract(units);
        missing = missing.subtract(units);
        taken.add(new Replacement(stock.commitment, units, gapDays.applyAsInt(stock.commitment)));
      }
    }
    if (taken.isEmpty()) {
      return new Renewal.None();
    }
    return missing.signum() == 0
        ? new Renewal.Full(taken)
        : new Renewal.Partial(taken, wanted.units());
  }

  /// One replacement and what of it nobody has taken yet.
  private static final class Stock {
    private final Commitment commitment;
    private BigDecimal left;

    Stock(Commitment commitment, BigDecimal left) {
      this.commitment = commitment;
      this.left = left;
    }
  }
}
