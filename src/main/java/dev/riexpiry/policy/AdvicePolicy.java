package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.Appraisal;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Usage;
import dev.riexpiry.policy.Rules.Judgement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Advises on what ends, by how much it was used. `docs/advice.md` has the rules.
public final class AdvicePolicy {
  private final Appraisals month;
  private final Map<Appraisals.Key, Usage> week;

  /// @param month what is known of each commitment, with its use in the last 30 days
  /// @param week the use in the last 7 days
  public AdvicePolicy(Appraisals month, Map<Appraisals.Key, Usage> week) {
    this.month = requireNonNull(month, "month is null");
    this.week = Map.copyOf(week);
  }

  /// Advises on all that ends or has ended and of which the use is known, and says of what is
  /// renewed that it is.
  ///
  /// @param listed all commitments whose use is known, of all accounts
  /// @param judgement what ends of them, what is renewed, and what is ignored
  public Map<Appraisals.Key, Advice> advise(Collection<Commitment> listed, Judgement judgement) {
    Map<Appraisals.Key, Renewal> endings = new HashMap<>();
    judgement.findings().stream()
        .filter(Finding.OfCommitment.class::isInstance)
        .map(Finding.OfCommitment.class::cast)
        .forEach(finding ->
            renewal(finding)
                .ifPresent(known -> endings.put(Appraisals.Key.of(finding.commitment()), known)));
    Set<Appraisals.Key> abandoned =
        judgement.ignored().stream()
            .map(ignored -> Appraisals.Key.of(ignored.commitment()))
            .collect(Collectors.toSet());
    Map<Appraisals.Key, Advice> advice = new HashMap<>();
    endings.forEach((key, renewal) -> {
      if (renewal instanceof Renewal.Full) {
        advice.put(key, Advice.renewed());
      }
    });
    listed.stream()
        .filter(
            commitment -> endings.containsKey(Appraisals.Key.of(commitment)) || goesOn(commitment))
        .flatMap(commitment -> member(commitment).stream())
        .collect(Collectors.groupingBy(member -> PoolKey.of(member.quantity().key())))
        .values()
        .forEach(members -> advice.putAll(new Pool(members, endings, abandoned).advise()));
    return advice;
  }

  /// What is known of the renewal of what a finding says will end or has ended. What its owner gave
  /// back is not to be renewed.
  private static Optional<Renewal> renewal(Finding.OfCommitment finding) {
    return switch (finding) {
      case Expiring expiring -> Optional.of(expiring.renewal());
      case Lapsed lapsed ->
          Optional.of(lapsed)
              .filter(item -> item.manner() != Lapsed.Manner.GIVEN_BACK)
              .map(Lapsed::renewal);
      case Unpaid _ -> Optional.empty();
    };
  }

  /// Tells whether a commitment gives its discount beyond the days of which the use is known.
  private boolean goesOn(Commitment commitment) {
    return commitment.state().live()
        && month
            .of(commitment)
            .flatMap(Appraisal::usage)
            .filter(usage -> commitment.end().isBefore(usage.end()))
            .isEmpty();
  }

  private Optional<PoolMember> member(Commitment commitment) {
    Optional<Appraisal> known = month.of(commitment);
    return Quantity.of(commitment)
        .map(quantity ->
            new PoolMember(
                commitment,
                quantity,
                known.flatMap(Appraisal::usage),
                Optional.ofNullable(week.get(Appraisals.Key.of(commitment))),
                known.flatMap(Appraisal::worth)));
  }
}
