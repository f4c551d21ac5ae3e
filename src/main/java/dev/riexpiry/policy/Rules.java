package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// The rules by which one run judges commitments, made once for all of them.
public final class Rules {
  private final CheckDate checkDate;
  private final IgnoreRules ignores;
  private final ExpiryPolicy expiry;
  private final LapsePolicy lapse;
  private final RenewalPolicy renewal;
  private final PaymentPolicy payment;

  /// @param checkDate the day it is taken to be
  /// @param milestones how long before the end people are told
  /// @param window for how long after its end a lapse is told
  /// @param ignores what people decided not to hear of
  public Rules(
      CheckDate checkDate, Milestones milestones, LapseWindow window, IgnoreRules ignores) {
    this.checkDate = requireNonNull(checkDate, "checkDate is null");
    this.ignores = requireNonNull(ignores, "ignores is null");
    this.expiry = new ExpiryPolicy(checkDate, milestones);
    this.lapse = new LapsePolicy(checkDate, window);
    this.renewal = new RenewalPolicy(checkDate, milestones);
    this.payment = new PaymentPolicy(checkDate, milestones);
  }

  /// Tells whether a commitment has to be remembered until all are read; the others are let go, so
  /// that memory does not grow with them.
  public boolean keeps(Commitment commitment) {
    return expiry.judge(commitment).isPresent()
        || lapse.concerns(commitment)
        || renewal.mayReplace(commitment)
        || payment.judge(commitment).isPresent()
        || ignores.isNamed(commitment)
        || isDoubtful(commitment);
  }

  /// Judges all commitments of a run together. What people ignore they let go: no replacement is
  /// meant for it.
  ///
  /// @param commitments at least those for which [#keeps] is true
  public Judgement judge(Collection<Commitment> commitments) {
    List<Ignored> ignored = new ArrayList<>();
    List<Expiring> expiring = wanted(expiry.expiring(commitments), ignored);
    List<Lapsed> lapsed = wanted(lapse.lapsed(commitments), ignored);
    List<Unpaid> unpaid = wanted(payment.unpaid(commitments), ignored);
    Renewals renewals = renewal.renewals(expiring, lapsed, commitments);
    return new Judgement(
        Stream.<Stream<? extends Finding>>of(
                lapsed.stream().filter(item -> !renewals.isRenewed(item)),
                unpaid.stream(),
                expiring.stream().map(item -> item.with(renewals.of(item))))
            .flatMap(found -> found)
            .<Finding>map(found -> found)
            .toList(),
        ignored,
        commitments.stream().filter(this::isDoubtful).map(Rules::warning).sorted().toList());
  }

  /// @param ignored takes those that are not wanted
  private <T extends Finding.OfCommitment> List<T> wanted(List<T> found, List<Ignored> ignored) {
    List<T> wanted = new ArrayList<>();
    for (T item : found) {
      ignores
          .judge(item.commitment(), checkDate)
          .ifPresentOrElse(ignored::add, () -> wanted.add(item));
    }
    return wanted;
  }

  /// Services list what has ended for months, in states that nobody has to look at any more.
  private boolean isDoubtful(Commitment commitment) {
    return commitment.state() instanceof CommitmentState.Unknown
        && checkDate.daysLeft(commitment.end()) >= 0;
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

  /// What there is to say of the commitments that were read.
  ///
  /// @param findings in their order, without what is ignored
  /// @param ignored what would be a finding, had people not decided to ignore it
  /// @param warnings what is worth a look although the check goes on
  public record Judgement(List<Finding> findings, List<Ignored> ignored, List<String> warnings) {
    public Judgement {
      findings = List.copyOf(findings);
      ignored = List.copyOf(ignored);
      warnings = List.copyOf(warnings);
    }
  }
}
