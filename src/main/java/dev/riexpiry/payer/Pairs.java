package dev.riexpiry.payer;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Appraisals;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells RDS reservations for pairs in two zones (Multi-AZ) from others. Cost Explorer does not say
/// which they are, and one must not pass for the renewal of the other; but a pair costs twice as
/// much on demand as what is otherwise alike.
final class Pairs {
  /// Between once and twice the price.
  private static final BigDecimal BETWEEN = new BigDecimal("1.5");

  private Pairs() {}

  /// @param rates the on-demand price of one unit an hour, where it is given
  static List<PayerCommitment> told(
      Collection<PayerCommitment> listed, Map<Appraisals.Key, BigDecimal> rates) {
    Map<Alike, BigDecimal> least = new HashMap<>();
    for (PayerCommitment item : listed) {
      rate(item, rates)
          .ifPresent(rate -> least.merge(Alike.of(item.commitment()), rate, BigDecimal::min));
    }
    return listed.stream()
        .map(item ->
            rate(item, rates)
                .filter(rate ->
                    rate.compareTo(
                            least.getOrDefault(Alike.of(item.commitment()), rate).multiply(BETWEEN))
                        > 0)
                .map(_ -> pair(item))
                .orElse(item))
        .toList();
  }

  private static Optional<BigDecimal> rate(
      PayerCommitment item, Map<Appraisals.Key, BigDecimal> rates) {
    return Optional.of(item.commitment())
        .filter(commitment -> commitment.service() == Service.RDS)
        .flatMap(commitment -> Optional.ofNullable(rates.get(Appraisals.Key.of(commitment))));
  }

  private static PayerCommitment pair(PayerCommitment item) {
    Commitment one = item.commitment();
    return one.covered() instanceof Covered.Resources resources
        ? new PayerCommitment(
            new Commitment(
                one.accountId(),
                one.region(),
                one.service(),
                one.id(),
                one.state(),
                new Covered.Resources(
                    resources.resourceType(),
                    resources.quantity(),
                    resources.unit(),
                    resources.scope(),
                    resources.platform(),
                    resources.tenancy(),
                    true),
                one.offering(),
                one.term(),
                one.hourlyPrice(),
                one.label()),
            item.named(),
            item.account(),
            item.usage(),
            item.worth())
        : item;
  }

  /// What has one on-demand price, but for pairs.
  private record Alike(String region, String type, Optional<String> platform) {
    static Alike of(Commitment commitment) {
      return new Alike(
          commitment.region(),
          commitment.covered().resourceType(),
          commitment.covered() instanceof Covered.Resources resources
              ? resources.platform()
              : Optional.empty());
    }
  }
}
