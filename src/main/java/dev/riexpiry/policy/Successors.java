package dev.riexpiry.policy;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.Service;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The successors of what stopped on a day that AWS does not say: purchases of the same that began
/// after it and renew nothing else. No day connects them, so that all of it has to be covered.
final class Successors {
  /// The leeway within which two ends are the same.
  private static final Duration SAME_END = Duration.ofSeconds(1);

  private final Map<CoverageKey, List<Commitment>> purchases;
  private final Map<Commitment, BigDecimal> left;
  private final List<Commitment> nodes;

  /// @param commitments all that were read
  /// @param left the units of each purchase that renews nothing
  Successors(Collection<Commitment> commitments, Map<Commitment, BigDecimal> left) {
    this.left = new HashMap<>(left);
    this.purchases =
        left.keySet().stream()
            .sorted(Comparator.comparing(Commitment::start).thenComparing(Commitment::id))
            .collect(Collectors.groupingBy(purchase -> Quantity.of(purchase).orElseThrow().key()));
    this.nodes =
        commitments.stream()
            .filter(commitment -> commitment.service() == Service.REDSHIFT)
            .filter(commitment -> isActive(commitment.state()))
            .toList();
  }

  /// Selects those that have a successor. Each unit of a purchase succeeds one of them.
  Set<Commitment> among(Collection<Commitment> ended) {
    Set<Commitment> succeeded = new HashSet<>();
    ended.stream()
        .sorted(Comparator.comparing(Commitment::start).thenComparing(Commitment::id))
        .filter(commitment -> wasExchanged(commitment) || isCovered(commitment))
        .forEach(succeeded::add);
    return succeeded;
  }

  private boolean isCovered(Commitment ended) {
    return Quantity.of(ended).filter(quantity -> isCovered(ended, quantity)).isPresent();
  }

  private boolean isCovered(Commitment ended, Quantity quantity) {
    Map<Commitment, BigDecimal> taken = new HashMap<>();
    BigDecimal missing = quantity.units();
    for (Commitment purchase : purchases.getOrDefault(quantity.key(), List.of())) {
      BigDecimal units = left.getOrDefault(purchase, BigDecimal.ZERO).min(missing);
      if (units.signum() > 0 && purchase.start().isAfter(ended.start())) {
        taken.put(purchase, units);
        missing = missing.subtract(units);
      }
    }
    if (missing.signum() > 0) {
      return false;
    }
    taken.forEach((purchase, units) -> left.merge(purchase, units.negate(), BigDecimal::add));
    return true;
  }

  /// Tells whether another node goes on where one was exchanged: it ends when that would have.
  ///
  /// @see <a
  ///   href="https://docs.aws.amazon.com/redshift/latest/mgmt/purchase-reserved-node-instance.html">Redshift</a>
  private boolean wasExchanged(Commitment ended) {
    return ended.service() == Service.REDSHIFT
        && nodes.stream().anyMatch(node -> mayBeExchangedFor(ended, node));
  }

  /// Tells whether one node may be what another one was exchanged for.
  static boolean mayBeExchangedFor(Commitment ended, Commitment node) {
    return Succession.Place.of(ended).equals(Succession.Place.of(node))
        && !ended.id().equals(node.id())
        && Duration.between(ended.end(), node.end()).abs().compareTo(SAME_END) <= 0;
  }

  private static boolean isActive(CommitmentState state) {
    return state == Known.ACTIVE || state == Known.EXCHANGING;
  }
}
