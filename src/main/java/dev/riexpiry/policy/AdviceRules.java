package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.AdviceReason;
import dev.riexpiry.policy.PoolUse.Stake;
import dev.riexpiry.policy.PoolUse.Window;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The rules by which the use of a pool becomes an advice for each commitment of it that ends. What
/// is said without a condition holds however the usage lies on the units; see [Layers].
///
/// @param thresholds the figures from which on the use decides
record AdviceRules(AdviceThresholds thresholds) {
  AdviceRules {
    requireNonNull(thresholds, "thresholds is null");
  }

  /// Advises on each of what ends, in its order.
  List<Advice> advise(PoolUse pool) {
    if (pool.days() < thresholds.days()) {
      return look(pool, new AdviceReason.FewDays(pool.days(), thresholds.days()));
    }
    if (pool.week().isEmpty()) {
      return look(pool, new AdviceReason.WeekUnknown());
    }
    if (pool.isUnused()) {
      return each(pool, _ -> 0, new AdviceReason.Unused());
    }
    List<BigDecimal> breakEvens =
        pool.stakes().stream().map(Stake::breakEven).flatMap(Optional::stream).sorted().toList();
    return breakEvens.size() < pool.stakes().size()
        ? look(pool, new AdviceReason.BreakEvenUnknown())
        : advise(pool, pool.week().get(), breakEvens);
  }

  private List<Advice> advise(PoolUse pool, Window inWeek, List<BigDecimal> breakEvens) {
    Layers month = new Layers(pool, pool.month());
    Layers week = new Layers(pool, inWeek);
    BigDecimal change = inWeek.percent().subtract(pool.month().percent());
    if (month.nonePays() && week.nonePays()) {
      return each(pool, _ -> 0, below(pool, breakEvens.getFirst()));
    }
    if (change.negate().compareTo(thresholds.fall()) > 0) {
      return look(pool, new AdviceReason.Fell(change.negate()));
    }
    if (change.compareTo(thresholds.rise()) > 0) {
      return look(pool, new AdviceReason.Rose(change));
    }
    if (month.allPay() && week.allPay()) {
      return each(
          pool,
          index -> pool.stakes().get(index).count(),
          new AdviceReason.AboveBreakEven(breakEvens.getLast()));
    }
    return part(pool, fewer(month.paying(), week.paying()), breakEvens.getLast());
  }

  private static AdviceReason below(PoolUse pool, BigDecimal breakEven) {
    return pool.stakes().stream().anyMatch(Stake::divisible)
        ? new AdviceReason.SmallerPlanMayPay(breakEven)
        : new AdviceReason.BelowBreakEven(breakEven, pool.count());
  }

  /// Advises on a pool of which all do not pay, and perhaps not none.
  ///
  /// @param paying the units of each that pay if a part runs all the time
  private List<Advice> part(PoolUse pool, List<Integer> paying, BigDecimal breakEven) {
    int pay = sum(paying);
    if (pool.count() == 1 || pay == 0) {
      return look(pool, new AdviceReason.Between(breakEven));
    }
    return pool.least().compareTo(thresholds.part()) < 0
        ? look(pool, new AdviceReason.TooLittleForPart(thresholds.part()))
        : each(pool, paying::get, new AdviceReason.PartPays(pay, pool.count()));
  }

  private static List<Integer> fewer(List<Integer> month, List<Integer> week) {
    return sum(week) < sum(month) ? week : month;
  }

  private static int sum(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Advice> look(PoolUse pool, AdviceReason reason) {
    List<AdviceReason> reasons = reasons(pool, reason);
    return pool.stakes().stream().map(_ -> Advice.look(reasons)).toList();
  }

  /// @param pay the units that pay of the stake at an index
  private static List<Advice> each(
      PoolUse pool, Function<Integer, Integer> pay, AdviceReason reason) {
    List<AdviceReason> reasons = reasons(pool, reason);
    return IntStream.range(0, pool.stakes().size())
        .mapToObj(index -> advice(pay.apply(index), pool.stakes().get(index).count(), reasons))
        .toList();
  }

  private static Advice advice(int pay, int of, List<AdviceReason> reasons) {
    if (pay == 0) {
      return Advice.letGo(reasons);
    }
    return pay == of ? Advice.renew(pay, reasons) : Advice.renewPart(pay, reasons);
  }

  /// Puts what was judged and the figures before the reason that decides.
  private static List<AdviceReason> reasons(PoolUse pool, AdviceReason decides) {
    Stream<AdviceReason> used =
        pool
            .week()
            .map(week -> new AdviceReason.Used(pool.month().percent(), week.percent()))
            .stream()
            .map(reason -> reason);
    Stream<AdviceReason> together =
        pool.commitments() > 1
            ? Stream.of(new AdviceReason.JudgedTogether(pool.commitments() - 1))
            : Stream.of();
    return Stream.of(together, used, Stream.of(decides)).flatMap(found -> found).toList();
  }
}
