package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Origins;
import dev.riexpiry.finding.Renewal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Decides which commitments are about to end.
///
/// @param checkDate the day it is taken to be
/// @param milestones how long before the end people are told
record ExpiryPolicy(CheckDate checkDate, Milestones milestones) {
  public ExpiryPolicy {
    requireNonNull(checkDate, "checkDate is null");
    requireNonNull(milestones, "milestones is null");
  }

  /// Selects those of `commitments` that have reached a milestone, soonest end first.
  public List<Expiring> expiring(Collection<Commitment> commitments) {
    return commitments.stream()
        .map(this::judge)
        .flatMap(Optional::stream)
        .sorted(Expiring.BY_END)
        .toList();
  }

  /// Decides whether one commitment has reached a milestone. Only a live one can: a retired one has
  /// ended, was replaced or was sold, and a pending one has not begun.
  public Optional<Expiring> judge(Commitment commitment) {
    if (!commitment.state().live()) {
      return Optional.empty();
    }
    long daysLeft = checkDate.daysLeft(commitment.end());
    OptionalInt milestone = milestones.current(daysLeft);
    return milestone.isPresent()
        ? Optional.of(
            new Expiring(
                commitment, (int) daysLeft, milestone.getAsInt(), new Renewal.None(), Origins.NONE))
        : Optional.empty();
  }
}
