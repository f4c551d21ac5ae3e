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

/// The units of possible replacements that are not allocated yet. Each unit is allocated once.
final class Replacements {
  private static final Comparator<Available> EARLIEST_FIRST =
      Comparator.comparing(
          item -> item.commitment,
          Comparator.comparing(Commitment::start)
              .thenComparing(Commitment::end)
              .thenComparing(Commitment::id));

  private final Map<CoverageKey, List<Available>> available = new HashMap<>();

  Replacements(Collection<Commitment> replacements) {
    for (Commitment commitment : replacements) {
      Quantity.of(commitment).ifPresent(quantity -> add(commitment, quantity));
    }
    available.values().forEach(list -> list.sort(EARLIEST_FIRST));
  }

  private void add(Commitment commitment, Quantity quantity) {
    available
        .computeIfAbsent(quantity.key(), _ -> new ArrayList<>())
        .add(new Available(commitment, quantity.units()));
  }

  /// Allocates as much of the wanted quantity as is available.
  Renewal allocate(Quantity wanted, Predicate<Commitment> fit, ToIntFunction<Commitment> gapDays) {
    List<Replacement> allocated = new ArrayList<>();
    BigDecimal missing = wanted.units();
    for (Available item : available.getOrDefault(wanted.key(), List.of())) {
      BigDecimal units = item.units.min(missing);
      if (units.signum() > 0 && fit.test(item.commitment)) {
        item.units = item.units.subtract(units);
        missing = missing.subtract(units);
        allocated.add(new Replacement(item.commitment, units, gapDays.applyAsInt(item.commitment)));
      }
    }
    if (allocated.isEmpty()) {
      return new Renewal.None();
    }
    return missing.signum() == 0
        ? new Renewal.Full(allocated)
        : new Renewal.Partial(allocated, wanted.units());
  }

  /// A replacement, and its units that are not allocated yet.
  private static final class Available {
    private final Commitment commitment;
    private BigDecimal units;

    Available(Commitment commitment, BigDecimal units) {
      this.commitment = commitment;
      this.units = units;
    }
  }
}
