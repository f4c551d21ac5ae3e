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
  /// @param window for how long after its end a lapse is announced
  /// @param ignores the rules to ignore commitments
  public Rules(
      CheckDate checkDate, Milestones milestones, LapseWindow window, IgnoreRules ignores) {
    this.checkDate = requireNonNull(checkDate, "checkDate is null");
    this.ignores = requireNonNull(ignores, "ignores is null");
    this.expiry = new ExpiryPolicy(checkDate, milestones);
    this.lapse = new LapsePolicy(checkDate, window);
    this.renewal = new RenewalPolicy(checkDate, milestones);
    this.payment = new PaymentPolicy(checkDate, milestones);
  }

  /// Tells whether a commitment has to be kept until all are read; the others are dropped, so that
  /// memory does not grow with them.
  public boolean keeps(Commitment commitment) {
    return expiry.judge(commitment).isPresent()
        || lapse.concerns(commitment)
        || renewal.mayReplace(commitment)
        || payment.judge(commitment).isPresent()
        || ignores.isNamed(commitment)
        || hasUnknownState(commitment);
  }

  /// Judges all commitments of a run together. No replacement is allocated to an ignored
  /// commitment: its owner lets it end.
  ///
  /// @param commitments at least those for which [#keeps] is true
  public Judgement judge(Collection<Commitment> commitments) {
    List<Ignored> ignored = new ArrayList<>();
    List<Expiring> expiring = withoutIgnored(expiry.expiring(commitments), ignored);
    List<Lapsed> lapsed = withoutIgnored(lapse.lapsed(commitments), ignored);
    List<Unpaid> unpaid = withoutIgnored(payment.unpaid(commitments), ignored);
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
        commitments.stream().filter(this::hasUnknownState).map(Rules::warning).sorted().toList());
  }

  /// Separates findings from those about ignored commitments.
  ///
  /// @param ignored takes the latter
  private <T extends Finding.OfCommitment> List<T> withoutIgnored(
      List<T> found, List<Ignored> ignored) {
    List<T> others = new ArrayList<>();
    for (T item : found) {
      ignores
          .judge(item.commitment(), checkDate)
          .ifPresentOrElse(ignored::add, () -> others.add(item));
    }
    return others;
  }

  /// Tells whether a commitment that has not ended has an unknown state. Services go on listing
  /// ended ones for months, in states that do not matter any more.
  private boolean hasUnknownState(Commitment commitment) {
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

  /// The judgement of the commitments that were read.
  ///
  /// @param findings in their order, without what is ignored
  /// @param ignored what would be a finding if no rule ignored it
  /// @param warnings what is worth a look although the check goes on
  public record Judgement(List<Finding> findings, List<Ignored> ignored, List<String> warnings) {
    public Judgement {
      findings = List.copyOf(findings);
      ignored = List.copyOf(ignored);
      warnings = List.copyOf(warnings);
    }
  }
}
