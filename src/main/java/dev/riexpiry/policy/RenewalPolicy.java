package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.CommitmentState.Unknown;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Renewal.Replacement;
import dev.riexpiry.policy.Market.Share;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Decides what is renewed, and by which purchases. All that ever ended and was ever bought takes
/// part, so that over the same listing the judgement of a commitment does not depend on the check
/// date; only a payment that stays pending and a rule to ignore something run out.
///
/// @param checkDate the day it is taken to be
/// @param milestones the largest is the number of days before an end for which a purchase is named
///   as what may be its renewal, up to 363
record RenewalPolicy(CheckDate checkDate, Milestones milestones) {
  /// Shorter than the shortest term, which is 365 days give or take one: or a commitment, which
  /// begins so long before its own end, would be named as what may renew it.
  private static final Duration WITHIN_A_TERM = Duration.ofDays(363);

  RenewalPolicy {
    requireNonNull(checkDate, "checkDate is null");
    requireNonNull(milestones, "milestones is null");
  }

  /// Finds the renewals of all that ends or has ended.
  ///
  /// @param commitments all that were read of each usage in question
  /// @param lineage their modifications: a reservation that goes on in others has not ended, and
  ///   those others were not bought
  /// @param letGo those whose owner lets them end: they need no renewal, and get none
  Renewals renewals(
      Collection<Commitment> commitments, Lineage lineage, Predicate<Commitment> letGo) {
    Map<CoverageKey, List<Commitment>> ending =
        commitments.stream()
            .filter(
                commitment -> LapsePolicy.stopsAtItsEnd(commitment) && !lineage.goesOn(commitment))
            .filter(letGo.negate())
            .filter(commitment -> Quantity.of(commitment).isPresent())
            .collect(Collectors.groupingBy(RenewalPolicy::key));
    Map<CoverageKey, List<Supply>> supplies =
        commitments.stream()
            .filter(commitment -> mayReplace(commitment, lineage))
            .flatMap(commitment -> supply(commitment).stream())
            .collect(Collectors.groupingBy(supply -> supply.quantity().key()));
    Map<Commitment, Renewal> renewals = new HashMap<>();
    Map<Commitment, BigDecimal> left = new HashMap<>();
    supplies.forEach((key, offered) -> {
      Market market = new Market(ending.getOrDefault(key, List.of()), offered, longestLead());
      market
          .shares()
          .forEach((commitment, shares) -> renewals.put(commitment, renewal(commitment, shares)));
      offered.forEach(supply -> left.put(supply.commitment(), market.units(supply)));
    });
    return new Renewals(renewals, left);
  }

  private static CoverageKey key(Commitment commitment) {
    return Quantity.of(commitment).orElseThrow().key();
  }

  private static Optional<Supply> supply(Commitment commitment) {
    return Quantity.of(commitment).map(quantity -> new Supply(commitment, quantity));
  }

  private Duration longestLead() {
    Duration lead = Duration.ofDays(milestones.largest());
    return lead.compareTo(WITHIN_A_TERM) < 0 ? lead : WITHIN_A_TERM;
  }

  /// Tells whether a commitment may renew another one: a purchase for a whole term that gives its
  /// discount or is going to, modified since or not. One without a whole term was made of another
  /// one that is listed no longer, and is needed where that was.
  private boolean mayReplace(Commitment commitment, Lineage lineage) {
    if (lineage.wasMade(commitment)) {
      return false;
    }
    List<Commitment> last = lineage.last(commitment).toList();
    Instant end =
        last.stream().map(Commitment::end).max(Comparator.naturalOrder()).orElse(commitment.end());
    return last.stream().anyMatch(this::isInForce)
        && WholeTerm.is(new Term(commitment.start(), end));
  }

  private boolean isInForce(Commitment commitment) {
    return switch (commitment.state()) {
      case Known known ->
          switch (known) {
            case ACTIVE, EXCHANGING, QUEUED, SCHEDULED -> true;
            case PAYMENT_PENDING -> new PaymentGrace(checkDate).covers(commitment);
            case PENDING_RETURN,
                PAYMENT_FAILED,
                QUEUED_DELETED,
                RETIRED,
                RETURNED,
                EXPIRED,
                CANCELLED,
                FAILED ->
                false;
          };
      case Unknown _ -> false;
    };
  }

  private Renewal renewal(Commitment ending, List<Share> shares) {
    BigDecimal wanted = Quantity.of(ending).orElseThrow().units();
    List<Replacement> firm = replacements(ending, shares, share -> share.fit() != Fit.PERHAPS);
    BigDecimal units =
        firm.stream().map(Replacement::units).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (firm.isEmpty()) {
      return new Renewal.Perhaps(replacements(ending, shares, _ -> true), wanted);
    }
    return units.compareTo(wanted) == 0
        ? new Renewal.Full(firm)
        : new Renewal.Partial(
            firm, wanted, replacements(ending, shares, share -> share.fit() == Fit.PERHAPS));
  }

  private List<Replacement> replacements(
      Commitment ending, List<Share> shares, Predicate<Share> which) {
    return shares.stream()
        .filter(which)
        .sorted(Comparator.comparing(Share::supply, Supply.BY_START))
        .map(share -> replacement(ending, share))
        .toList();
  }

  private Replacement replacement(Commitment ending, Share share) {
    Instant start = share.supply().start();
    return new Replacement(
        share.supply().commitment(),
        share.units(),
        Duration.between(ending.end(), start),
        share.fit() == Fit.GAP
            ? Math.toIntExact(
                ChronoUnit.DAYS.between(checkDate.lastDay(ending.end()), checkDate.firstDay(start)))
            : 0);
  }
}
