package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.policy.ExpiryPolicy;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.policy.Ignored;
import dev.riexpiry.policy.LapsePolicy;
import dev.riexpiry.policy.PaymentPolicy;
import dev.riexpiry.policy.RenewalPolicy;
import dev.riexpiry.policy.Renewals;
import dev.riexpiry.sweep.SweepResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Decides what a request makes of the commitments that are read.
///
/// @param request as of when, and what counts as soon
record Judge(CheckRequest request) {
  Judge {
    requireNonNull(request, "request is null");
  }

  /// Tells whether a commitment has to be remembered until all are read; the others are let go.
  boolean keeps(Commitment commitment) {
    return expiry().judge(commitment).isPresent()
        || lapse().concerns(commitment)
        || renewal().mayReplace(commitment)
        || payment().judge(commitment).isPresent()
        || ignores().isNamed(commitment)
        || isDoubtful(commitment);
  }

  /// Judges what was kept. What people ignore they let go: nobody's replacement is meant for it.
  Verdict judge(SweepResult result) {
    List<Expiring> expiring = expiry().expiring(result.kept());
    List<Lapsed> lapsed = lapse().lapsed(result.kept());
    List<Unpaid> troubles = payment().troubles(result.kept());
    List<Expiring> wanted = told(expiring, Expiring::commitment);
    List<Lapsed> missed = told(lapsed, Lapsed::commitment);
    Renewals renewals = renewal().renewals(wanted, missed, result.kept());
    return new Verdict(
        wanted,
        renewals,
        missed.stream().filter(item -> !renewals.isRenewed(item)).toList(),
        told(troubles, Unpaid::commitment),
        Stream.of(
                expiring.stream().map(Expiring::commitment),
                lapsed.stream().map(Lapsed::commitment),
                troubles.stream().map(Unpaid::commitment))
            .flatMap(commitments -> commitments)
            .flatMap(commitment -> ignored(commitment).stream())
            .toList(),
        Stream.concat(
                result.kept().stream().filter(this::isDoubtful).map(Judge::warning).sorted(),
                IgnoreWarnings.of(request, result))
            .toList());
  }

  private <T> List<T> told(List<T> items, Function<T, Commitment> commitment) {
    return items.stream().filter(item -> ignored(commitment.apply(item)).isEmpty()).toList();
  }

  private Optional<Ignored> ignored(Commitment commitment) {
    return ignores().judge(commitment, checkDate());
  }

  private ExpiryPolicy expiry() {
    return new ExpiryPolicy(checkDate(), request.milestones());
  }

  private LapsePolicy lapse() {
    return new LapsePolicy(checkDate(), request.lapseWindow());
  }

  private RenewalPolicy renewal() {
    return new RenewalPolicy(checkDate(), request.milestones());
  }

  private PaymentPolicy payment() {
    return new PaymentPolicy(checkDate(), request.milestones());
  }

  private IgnoreRules ignores() {
    return request.roster().ignores();
  }

  private CheckDate checkDate() {
    return request.checkDate();
  }

  /// Services list what has ended for months, in states that need nobody's eye any more.
  private boolean isDoubtful(Commitment commitment) {
    return commitment.state() instanceof CommitmentState.Unknown
        && checkDate().daysLeft(commitment.end()) >= 0;
  }

  private static String warning(Commitment commitment) {
    return "%s commitment %s in %s, %s has the state '%s', which this version does not know; it is treated as active"
        .formatted(
            commitment.service().label(),
            commitment.id(),
            commitment.accountId(),
            commitment.region(),
            commitment.state().text());
  }
}
