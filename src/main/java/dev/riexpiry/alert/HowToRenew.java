package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import java.util.Optional;

/// Writes how a kind of commitment is renewed, a line each. A purchase can be queued where its call
/// takes a time: `PurchaseReservedInstancesOffering` for a region, but not for a zone, and
/// `CreateSavingsPlan`; no other service has such a field.
final class HowToRenew {
  private HowToRenew() {}

  /// Empty for what is renewed, is over, never began, or had better not be renewed.
  static Optional<String> of(Finding.OfCommitment finding, CheckSummary summary) {
    return Optional.of(finding)
        .filter(item -> item instanceof Expiring expiring && !expiring.renewed())
        .map(Finding.OfCommitment::commitment)
        .filter(commitment ->
            summary
                .payer()
                .appraisals()
                .advice(commitment)
                .filter(advice -> advice.verdict() == Advice.Verdict.LET_GO)
                .isEmpty())
        .map(HowToRenew::line);
  }

  private static String line(Commitment commitment) {
    return switch (commitment.service()) {
      case EC2 ->
          commitment.covered().scope().zone().isEmpty()
              ? queue(commitment)
              : onTheDay("EC2 queues none for a zone");
      case SAVINGS_PLANS -> queue(commitment);
      case EC2_CAPACITY_BLOCK -> "extend it while it runs, or reserve another block";
      case RDS, ELASTICACHE, OPENSEARCH, REDSHIFT, REDSHIFT_SERVERLESS, MEMORYDB, EC2_HOST ->
          onTheDay(commitment.service().label() + " queues none");
    };
  }

  private static String queue(Commitment commitment) {
    return "queue its purchase now, for " + commitment.end();
  }

  private static String onTheDay(String why) {
    return "buy it on the last day (%s)".formatted(why);
  }
}
