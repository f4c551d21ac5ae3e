package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import java.util.Comparator;

/// A purchase that is not paid.
///
/// @param commitment the purchase
/// @param kind what is wrong
/// @param days calendar days from its start to the check date
public record Unpaid(Commitment commitment, Kind kind, int days) {
  /// What failed before what waits, then by account, region, service and id.
  public static final Comparator<Unpaid> WORST_FIRST =
      Comparator.comparing(Unpaid::kind)
          .thenComparing(
              Unpaid::commitment,
              Comparator.comparing(Commitment::accountId)
                  .thenComparing(Commitment::region)
                  .thenComparing(Commitment::service)
                  .thenComparing(Commitment::id));

  public Unpaid {
    requireNonNull(commitment, "commitment is null");
    requireNonNull(kind, "kind is null");
  }

  /// What is wrong. The declared order is the order in reports.
  public enum Kind {
    /// The purchase never took effect and cannot be retried.
    FAILED("payment-failed"),
    /// It has taken longer than a payment should.
    PENDING("payment-pending");

    private final String id;

    Kind(String id) {
      this.id = requireNonNull(id, "id is null");
    }

    /// As in JSON and in the ledger.
    public String id() {
      return id;
    }
  }
}
