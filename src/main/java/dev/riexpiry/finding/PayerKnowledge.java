package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.util.Map;

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

  /// The same with advice on some commitments.
  ///
  /// @param requests the further pages that were answered for it
  public PayerKnowledge with(Map<Appraisals.Key, Advice> advice, int requests) {
    return new PayerKnowledge(appraisals.with(advice), reconciliation.after(requests));
  }
}
