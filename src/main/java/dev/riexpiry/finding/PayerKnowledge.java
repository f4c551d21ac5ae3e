package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

/// What a run knows from the payer's Cost Explorer.
///
/// @param appraisals who listed each commitment, its use and what it is worth
/// @param reconciliation what comparing it with the accounts has shown
public record PayerKnowledge(Appraisals appraisals, Reconciliation reconciliation) {
  /// The knowledge of a run without a payer.
  public static final PayerKnowledge NONE = new PayerKnowledge(Appraisals.NONE, Reconciliation.OFF);

  public PayerKnowledge {
    requireNonNull(appraisals, "appraisals is null");
    requireNonNull(reconciliation, "reconciliation is null");
  }
}
