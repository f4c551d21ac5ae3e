package dev.riexpiry.policy;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Redshift nodes by their ends: where one is exchanged, another goes on and ends when that would
/// have.
///
/// @see <a
///   href="https://docs.aws.amazon.com/redshift/latest/mgmt/purchase-reserved-node-instance.html">Redshift</a>
final class ExchangedNodes {
  /// The leeway within which two ends are the same.
  private static final Duration SAME_END = Duration.ofSeconds(1);

  private final Map<Succession.Place, TreeMap<Instant, List<Commitment>>> byEnd = new HashMap<>();

  /// @param commitments of which only nodes count
  ExchangedNodes(Collection<Commitment> commitments) {
    commitments.stream()
        .filter(ExchangedNodes::isNode)
        .forEach(node ->
            byEnd
                .computeIfAbsent(Succession.Place.of(node), _ -> new TreeMap<>())
                .computeIfAbsent(node.end(), _ -> new ArrayList<>())
                .add(node));
  }

  /// Tells whether one of these and a commitment may have been exchanged for each other.
  boolean mayBeExchangedFor(Commitment commitment) {
    return isNode(commitment)
        && byEnd
            .getOrDefault(Succession.Place.of(commitment), new TreeMap<>())
            .subMap(commitment.end().minus(SAME_END), true, commitment.end().plus(SAME_END), true)
            .values()
            .stream()
            .flatMap(List::stream)
            .anyMatch(node -> !node.id().equals(commitment.id()));
  }

  private static boolean isNode(Commitment commitment) {
    return commitment.service() == Service.REDSHIFT;
  }
}
