package dev.riexpiry.policy;

import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.Advice.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// What an advice on many histories led to. Regret is the cost beyond the least that the year could
/// have cost, of those histories on which something was decided.
///
/// @param histories how many there were
/// @param looks of how many it was left open
/// @param worth the cost of all that ends, running all year on demand
/// @param onDemand the cost of what did run in that year, on demand
/// @param regret the regret of the advice
/// @param ofEverything the regret of renewing everything
/// @param ofNothing the regret of renewing nothing
record Tally(
    int histories,
    int looks,
    double worth,
    double onDemand,
    double regret,
    double ofEverything,
    double ofNothing) {
  private static final double ALLOWED = 0.02;

  static Tally of(List<PricedHistory> histories, Function<PricedHistory, List<Advice>> advisor) {
    return histories.stream()
        .map(history -> of(history, advisor.apply(history)))
        .reduce(new Tally(0, 0, 0, 0, 0, 0, 0), Tally::plus);
  }

  private static Tally of(PricedHistory history, List<Advice> advice) {
    if (advice.getFirst().verdict() == Verdict.LOOK) {
      return new Tally(1, 1, 0, 0, 0, 0, 0);
    }
    int[] renewed = advice.stream().mapToInt(item -> item.quantity().orElseThrow()).toArray();
    double least = history.least();
    return new Tally(
        1,
        0,
        history.worth(),
        history.costOfNothing(),
        history.cost(renewed) - least,
        history.costOfEverything() - least,
        history.costOfNothing() - least);
  }

  private Tally plus(Tally other) {
    return new Tally(
        histories + other.histories,
        looks + other.looks,
        worth + other.worth,
        onDemand + other.onDemand,
        regret + other.regret,
        ofEverything + other.ofEverything,
        ofNothing + other.ofNothing);
  }

  double lookShare() {
    return (double) looks / histories;
  }

  /// Tells whether the advice is as good as the better one of the two habits, within 2 % of the
  /// cost on demand.
  boolean keepsUp() {
    return regret <= Math.min(ofEverything, ofNothing) + ALLOWED * onDemand;
  }

  String looksInPercent() {
    return String.format(Locale.ROOT, "%.0f %%", 100 * lookShare());
  }

  /// The three regrets, in percent of the worth: of the advice, of everything, of nothing.
  Stream<String> regretsInPercent() {
    return Stream.of(regret, ofEverything, ofNothing)
        .map(cost -> String.format(Locale.ROOT, "%.1f %%", worth == 0 ? 0 : 100 * cost / worth));
  }
}
