package dev.riexpiry.policy;

import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.AdviceReason;
import dev.riexpiry.finding.Appraisals;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Usage;
import dev.riexpiry.policy.PoolUse.Stake;
import dev.riexpiry.policy.PoolUse.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All commitments of a payer that can cover for each other.
///
/// @param members those that give their discount, and those that have ended lately with nothing in
///   their place
/// @param endings what is known of the renewal of those that end
/// @param abandoned those that end and are not judged, because their owner lets them end
record Pool(
    List<PoolMember> members, Map<Appraisals.Key, Renewal> endings, Set<Appraisals.Key> abandoned) {
  private static final AdviceRules RULES = new AdviceRules(AdviceThresholds.STANDARD);

  /// Those that were used enough themselves come first: what is used may be counted on any of them,
  /// but where an account has the sharing of discounts switched off, it is not.
  private static final Comparator<PoolMember> KEPT_FIRST =
      Comparator.comparing(PoolMember::paysByItself)
          .reversed()
          .thenComparing(member -> member.commitment().end())
          .thenComparing(member -> member.commitment().id());

  Pool {
    members = List.copyOf(members);
    endings = Map.copyOf(endings);
    abandoned = Set.copyOf(abandoned);
  }

  /// Advises on each of those that end and are not renewed, where its use is known.
  Map<Appraisals.Key, Advice> advise() {
    List<PoolMember> judged =
        members.stream()
            .filter(member -> member.month().isPresent())
            .filter(member -> open(member).signum() > 0)
            .sorted(KEPT_FIRST)
            .toList();
    List<Advice> advice = judged.isEmpty() ? List.of() : advise(judged);
    Map<Appraisals.Key, Advice> byKey = new HashMap<>();
    for (int index = 0; index < judged.size(); index++) {
      byKey.put(key(judged.get(index)), advice.get(index));
    }
    return byKey;
  }

  private List<Advice> advise(List<PoolMember> judged) {
    return members.stream().allMatch(member -> member.month().isPresent())
        ? RULES.advise(use(judged))
        : judged.stream().map(_ -> Advice.look(List.of(new AdviceReason.OthersUnknown()))).toList();
  }

  private PoolUse use(List<PoolMember> judged) {
    List<Stake> stakes = judged.stream().map(member -> member.stake(open(member))).toList();
    return new PoolUse(
        members.size(),
        staying(
            judged.stream()
                .map(member -> member.commitment().end())
                .max(Comparator.naturalOrder())
                .orElseThrow()),
        judged.stream().mapToInt(PoolMember::days).min().orElse(0),
        window(PoolMember::month).orElseThrow(),
        window(PoolMember::week),
        stakes);
  }

  /// The use of all members; empty if that of one is not known.
  private Optional<Window> window(Function<PoolMember, Optional<Usage>> usage) {
    return members.stream().allMatch(member -> usage.apply(member).isPresent())
        ? Optional.of(
            new Window(
                sum(members, member -> member.quantity().units()),
                sum(members, member -> member.used(usage.apply(member).orElseThrow()))))
        : Optional.empty();
  }

  /// The units that are there when all that is judged has ended: those of members that end later,
  /// and those of purchases that take over and are not members. What ends meanwhile in an account
  /// that is not judged does not stay either.
  ///
  /// @param last the end of the last that is judged
  private BigDecimal staying(Instant last) {
    List<PoolMember> stay =
        members.stream()
            .filter(member -> !endings.containsKey(key(member)) && !abandoned.contains(key(member)))
            .filter(member -> member.commitment().end().isAfter(last))
            .toList();
    Set<Appraisals.Key> known = stay.stream().map(Pool::key).collect(Collectors.toSet());
    List<Renewal.Replacement> bought =
        members.stream()
            .flatMap(member -> Optional.ofNullable(endings.get(key(member))).stream())
            .filter(Pool::takesOver)
            .flatMap(renewal -> renewal.by().stream())
            .filter(item -> !known.contains(Appraisals.Key.of(item.commitment())))
            .toList();
    return sum(stay, member -> member.quantity().units())
        .add(sum(bought, Renewal.Replacement::units));
  }

  private static boolean takesOver(Renewal renewal) {
    return switch (renewal) {
      case Renewal.Full _, Renewal.Partial _ -> true;
      case Renewal.Perhaps _, Renewal.None _ -> false;
    };
  }

  /// The share of a member that ends and is not renewed.
  private BigDecimal open(PoolMember member) {
    return Optional.ofNullable(endings.get(key(member)))
        .map(renewal ->
            switch (renewal) {
              case Renewal.Full _ -> BigDecimal.ZERO;
              case Renewal.Partial partial -> BigDecimal.ONE.subtract(partial.share());
              case Renewal.Perhaps _, Renewal.None _ -> BigDecimal.ONE;
            })
        .orElse(BigDecimal.ZERO);
  }

  private static Appraisals.Key key(PoolMember member) {
    return Appraisals.Key.of(member.commitment());
  }

  private static <T> BigDecimal sum(List<T> items, Function<T, BigDecimal> amount) {
    return items.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
