package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Renewal;
import java.util.Optional;

/// Writes how a kind of commitment is renewed, a line each, and how much of it if not all. A
/// purchase can be queued where its call takes a time: `PurchaseReservedInstancesOffering` for a
/// region, but not for a zone, and `CreateSavingsPlan`; no other service has such a field.
final class HowToRenew {
  private static final String ALL = "it";

  private HowToRenew() {}

  /// Empty for what is renewed, be it after a gap, is over, never began, or had better not be
  /// renewed.
  static Optional<String> of(Finding.OfCommitment finding, CheckSummary summary) {
    return finding instanceof Expiring expiring && !(expiring.renewal() instanceof Renewal.Full)
        ? summary
            .payer()
            .appraisals()
            .advice(expiring.commitment())
            .map(advice -> advised(advice, expiring))
            .orElseGet(() -> Optional.of(unadvised(expiring)))
        : Optional.empty();
  }

  private static Optional<String> advised(Advice advice, Expiring expiring) {
    Commitment commitment = expiring.commitment();
    return switch (advice.verdict()) {
      case RENEW, RENEW_PART ->
          Optional.of(
              line(
                  commitment,
                  some(advice.quantity().orElseThrow(), commitment.covered().quantity())));
      case LOOK -> Optional.of(unadvised(expiring));
      case LET_GO, RENEWED -> Optional.empty();
    };
  }

  private static String unadvised(Expiring expiring) {
    return line(
        expiring.commitment(),
        expiring.renewal() instanceof Renewal.Partial ? "what is missing" : ALL);
  }

  private static String some(int quantity, int of) {
    return quantity == of ? ALL : Wording.number(quantity) + " of " + Wording.number(of);
  }

  private static String line(Commitment commitment, String what) {
    return switch (commitment.service()) {
      case EC2 ->
          commitment.covered().scope().zone().isEmpty()
              ? queue(commitment, what)
              : onTheDay(what, "EC2 queues none for a zone");
      case SAVINGS_PLANS -> queue(commitment, what);
      case EC2_CAPACITY_BLOCK -> "extend it while it runs, or reserve another block";
      case RDS, ELASTICACHE, OPENSEARCH, REDSHIFT, REDSHIFT_SERVERLESS, MEMORYDB, EC2_HOST ->
          onTheDay(what, commitment.service().label() + " queues none");
    };
  }

  private static String queue(Commitment commitment, String what) {
    return "queue %s now, for %s"
        .formatted(what.equals(ALL) ? "its purchase" : "a purchase of " + what, commitment.end());
  }

  private static String onTheDay(String what, String why) {
    return "buy %s on the last day (%s)".formatted(what, why);
  }
}
