package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.finding.Acknowledgement;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

  /// Selects what has to be kept of the listing of one target until all are read: what there may be
  /// something to say of, and all of each usage of which something ends, since it is judged
  /// together. The rest is dropped, so that memory does not grow with it.
  ///
  /// @param listing the commitments of one target, in the order of the answers
  /// @return some of them, in the same order
  public List<Commitment> keep(Collection<Commitment> listing) {
    Lineage lineage = lineage(listing);
    Set<Commitment> ending =
        listing.stream()
            .filter(commitment ->
                expiry.judge(commitment).isPresent()
                    || lapse.judge(commitment, lineage).isPresent())
            .collect(Collectors.toSet());
    Set<CoverageKey> usages = ending.stream().flatMap(Rules::usage).collect(Collectors.toSet());
    ExchangedNodes nodes = new ExchangedNodes(ending);
    Set<Commitment> together =
        lineage.relatives(
            listing.stream()
                .filter(commitment ->
                    ending.contains(commitment)
                        || usage(commitment).anyMatch(usages::contains)
                        || nodes.mayBeExchangedFor(commitment))
                .toList());
    return listing.stream()
        .filter(commitment ->
            together.contains(commitment)
                || payment.judge(commitment).isPresent()
                || ignores.isNamed(commitment)
                || hasUnknownState(commitment))
        .toList();
  }

  private Lineage lineage(Collection<Commitment> commitments) {
    return Lineage.of(commitments, new PaymentGrace(checkDate));
  }

  private static Stream<CoverageKey> usage(Commitment commitment) {
    return Quantity.of(commitment).map(Quantity::key).stream();
  }

  /// Judges all commitments of a run together. No replacement is allocated to an ignored
  /// commitment: its owner lets it end.
  ///
  /// @param commitments at least those that [#keep] selects of each target
  public Judgement judge(Collection<Commitment> commitments) {
    Lineage lineage = lineage(commitments);
    Renewals renewals =
        renewal.renewals(
            commitments, lineage, commitment -> ignores.judge(commitment, checkDate).isPresent());
    List<Ignored> ignored = new ArrayList<>();
    List<Expiring> expiring = withoutIgnored(expiry.expiring(commitments), ignored);
    List<Lapsed> lapsed = withoutIgnored(ended(commitments, lineage), ignored);
    List<Unpaid> unpaid = withoutIgnored(payment.unpaid(commitments), ignored);
    return new Judgement(
        Stream.<Stream<? extends Finding>>of(
                withoutReplaced(lapsed, commitments, renewals).stream(),
                unpaid.stream(),
                expiring.stream()
                    .map(item ->
                        item.with(
                            renewals.of(item.commitment()), lineage.origins(item.commitment())))
                    .map(this::silenced))
            .flatMap(found -> found)
            .<Finding>map(found -> found)
            .toList(),
        ignored,
        Stream.concat(
                commitments.stream().filter(this::hasUnknownState).map(Rules::warning),
                expiring.stream().flatMap(this::tagWarning))
            .sorted()
            .toList());
  }

  private Expiring silenced(Expiring item) {
    return switch (SilencingTag.of(item.commitment(), checkDate)) {
      case SilencingTag.Valid(Acknowledgement decision) -> item.with(decision);
      case SilencingTag.None _, SilencingTag.Faulty _ -> item;
    };
  }

  private Stream<String> tagWarning(Expiring item) {
    Commitment commitment = item.commitment();
    return switch (SilencingTag.of(commitment, checkDate)) {
      case SilencingTag.Faulty(String why) ->
          Stream.of(
              "the tag %s of the %s commitment %s in %s, %s silences nothing: %s"
                  .formatted(
                      SilencingTag.UNTIL,
                      commitment.service().label(),
                      commitment.id(),
                      commitment.accountId(),
                      commitment.region(),
                      why));
      case SilencingTag.None _, SilencingTag.Valid _ -> Stream.of();
    };
  }

  private List<Lapsed> ended(Collection<Commitment> commitments, Lineage lineage) {
    return commitments.stream()
        .filter(commitment -> !lineage.goesOn(commitment))
        .flatMap(commitment -> lapse.judge(commitment, lineage).stream())
        .sorted(Lapsed.LATEST_FIRST)
        .toList();
  }

  /// Leaves out what was replaced: all of what ended at a known moment by purchases that have
  /// begun, all of the rest by its successors.
  private List<Lapsed> withoutReplaced(
      List<Lapsed> lapsed, Collection<Commitment> commitments, Renewals renewals) {
    Set<Commitment> succeeded =
        new Successors(commitments, renewals.left())
            .among(
                lapsed.stream()
                    .filter(item -> !lapse.tellsItsEnd(item))
                    .map(Lapsed::commitment)
                    .toList());
    return lapsed.stream()
        .filter(item -> !succeeded.contains(item.commitment()))
        .map(item -> lapse.tellsItsEnd(item) ? item.with(renewals.of(item.commitment())) : item)
        .filter(item -> !isReplaced(item))
        .toList();
  }

  private boolean isReplaced(Lapsed lapsed) {
    return switch (lapsed.renewal()) {
      case Renewal.Full full ->
          full.by().stream().allMatch(item -> checkDate.daysSince(item.commitment().start()) >= 0);
      case Renewal.Partial _, Renewal.Perhaps _, Renewal.None _ -> false;
    };
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

    /// The judgement of these commitments and of others.
    public Judgement and(Judgement others) {
      return new Judgement(
          Stream.concat(findings.stream(), others.findings.stream()).toList(),
          Stream.concat(ignored.stream(), others.ignored.stream()).toList(),
          Stream.concat(warnings.stream(), others.warnings.stream()).toList());
    }
  }
}
