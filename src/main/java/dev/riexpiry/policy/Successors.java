package dev.riexpiry.policy;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.CommitmentState.Known;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The successors of what stopped on a day that AWS does not say: purchases of the same that began
/// after it and renew nothing else. No day connects them, so that all of it has to be covered.
final class Successors {
  private static final Comparator<Commitment> BY_START =
      Comparator.comparing(Commitment::start).thenComparing(Commitment::id);

  private final Map<CoverageKey, Purchases> purchases = new HashMap<>();
  private final ExchangedNodes nodes;

  /// @param commitments all that were read
  /// @param left the units of each purchase that renews nothing
  Successors(Collection<Commitment> commitments, Map<Commitment, BigDecimal> left) {
    left.keySet().stream()
        .sorted(BY_START)
        .forEach(purchase ->
            purchases
                .computeIfAbsent(Quantity.of(purchase).orElseThrow().key(), _ -> new Purchases())
                .add(purchase.start(), left.getOrDefault(purchase, BigDecimal.ZERO)));
    this.nodes =
        new ExchangedNodes(
            commitments.stream().filter(commitment -> isActive(commitment.state())).toList());
  }

  /// Selects those that have a successor. Each unit of a purchase succeeds one of them. Called
  /// once.
  Set<Commitment> among(Collection<Commitment> ended) {
    Set<Commitment> succeeded = new HashSet<>();
    ended.stream()
        .sorted(BY_START)
        .filter(commitment -> nodes.mayBeExchangedFor(commitment) || isCovered(commitment))
        .forEach(succeeded::add);
    return succeeded;
  }

  private boolean isCovered(Commitment ended) {
    return Quantity.of(ended)
        .filter(quantity ->
            purchases
                .getOrDefault(quantity.key(), new Purchases())
                .cover(ended.start(), quantity.units()))
        .isPresent();
  }

  private static boolean isActive(CommitmentState state) {
    return state == Known.ACTIVE || state == Known.EXCHANGING;
  }

  /// Purchases of one usage, the first first. They are asked in the order of the starts of what
  /// ended, so that one that began too early for one of those is too early for all that follow.
  private static final class Purchases {
    private final Deque<Purchase> open = new ArrayDeque<>();
    private BigDecimal units = BigDecimal.ZERO;

    void add(Instant start, BigDecimal left) {
      if (left.signum() > 0) {
        open.add(new Purchase(start, left));
        units = units.add(left);
      }
    }

    /// Takes units of purchases that began after a start, or none if there are not enough.
    boolean cover(Instant start, BigDecimal wanted) {
      while (!open.isEmpty() && !open.element().start().isAfter(start)) {
        units = units.subtract(open.remove().left());
      }
      if (units.compareTo(wanted) < 0) {
        return false;
      }
      units = units.subtract(wanted);
      BigDecimal missing = wanted;
      while (missing.signum() > 0) {
        Purchase first = open.remove();
        BigDecimal taken = first.left().min(missing);
        missing = missing.subtract(taken);
        BigDecimal rest = first.left().subtract(taken);
        if (rest.signum() > 0) {
          open.addFirst(new Purchase(first.start(), rest));
        }
      }
      return true;
    }
  }

  /// @param left the units that nobody took yet, more than 0
  private record Purchase(Instant start, BigDecimal left) {}
}
