package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Unpaid;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Decides which purchases have to be paid for, or bought again.
///
/// @param checkDate the day it is taken to be
/// @param milestones the largest is for how many days a failed payment is announced: AWS goes on
///   listing it
record PaymentPolicy(CheckDate checkDate, Milestones milestones) {
  private static final int USUAL_DAYS = 1;

  public PaymentPolicy {
    requireNonNull(checkDate, "checkDate is null");
    requireNonNull(milestones, "milestones is null");
  }

  /// Selects those of `commitments` that are not paid, the worst first.
  public List<Unpaid> unpaid(Collection<Commitment> commitments) {
    return commitments.stream()
        .map(this::judge)
        .flatMap(Optional::stream)
        .sorted(Unpaid.WORST_FIRST)
        .toList();
  }

  /// Decides whether one purchase counts as not paid. One with a pending payment does when more
  /// than a day has gone by since its start: from the second day after it on, so that it is a day
  /// whatever the hour.
  public Optional<Unpaid> judge(Commitment commitment) {
    long days = checkDate.daysSince(commitment.start());
    if (commitment.state() == CommitmentState.Known.PAYMENT_FAILED) {
      return days <= milestones.largest()
          ? Optional.of(unpaid(commitment, Unpaid.Kind.FAILED, days))
          : Optional.empty();
    }
    return commitment.state() == CommitmentState.Known.PAYMENT_PENDING && days > USUAL_DAYS
        ? Optional.of(unpaid(commitment, Unpaid.Kind.PENDING, days))
        : Optional.empty();
  }

  private static Unpaid unpaid(Commitment commitment, Unpaid.Kind kind, long days) {
    return new Unpaid(commitment, kind, (int) days);
  }
}
