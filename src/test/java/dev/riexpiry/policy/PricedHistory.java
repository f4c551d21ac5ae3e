package dev.riexpiry.policy;

import static dev.riexpiry.policy.UsageKind.KNOWN_HOURS;

import dev.riexpiry.policy.PoolUse.Stake;
import dev.riexpiry.policy.PoolUse.Window;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A pool of commitments of which the units that run are known for each hour: what Cost Explorer
/// says of it, and what the year after its end costs. One unit costs 1 an hour on demand, and its
/// break-even if it is reserved.
final class PricedHistory {
  private static final int LONGEST_WINDOW = 30;
  private static final int[] LEADS = {60, 30, 7, 1};
  private static final int LAG_DAYS = 2;
  private static final int YEAR_HOURS = 365 * 24;

  private final int staying;
  private final int[] counts;
  private final int[] breakEvens;
  private final long[] used;
  private final long[] onDemand;

  /// @param staying the units that do not end
  /// @param counts the units of each commitment that ends
  /// @param breakEvens the price of a unit of each, in hundredths an hour
  /// @param used the hours that were used in the last so many days
  /// @param onDemand the cost on demand of what is not covered in the year after the end, by the
  ///   units that are renewed
  private PricedHistory(int staying, int[] counts, int[] breakEvens, long[] used, long[] onDemand) {
    this.staying = staying;
    this.counts = counts;
    this.breakEvens = breakEvens;
    this.used = used;
    this.onDemand = onDemand;
  }

  /// Draws a pool of up to three commitments that end, with one to ten units each; in half of the
  /// cases there are others, up to as many units, that stay. It is judged 60, 30, 7 or 1 days
  /// before the end, by what is known two days earlier.
  static PricedHistory draw(UsageKind kind, Random random) {
    int[] counts = random.ints(1 + random.nextInt(3), 1, 11).toArray();
    int ending = Arrays.stream(counts).sum();
    int staying = random.nextBoolean() ? 0 : 1 + random.nextInt(ending);
    int breakEven = 45 + random.nextInt(36);
    int[] breakEvens = random.ints(counts.length, breakEven, breakEven + 5).toArray();
    int unseen = (LAG_DAYS + LEADS[random.nextInt(LEADS.length)]) * 24;
    int[] running = kind.history(ending + staying, KNOWN_HOURS + unseen + YEAR_HOURS, random);
    return new PricedHistory(
        staying,
        counts,
        breakEvens,
        used(Arrays.copyOf(running, KNOWN_HOURS), staying + ending),
        onDemand(
            Arrays.copyOfRange(running, KNOWN_HOURS + unseen, running.length), staying, ending));
  }

  private static long[] used(int[] running, int held) {
    long[] used = new long[LONGEST_WINDOW + 1];
    for (int back = 0; back < LONGEST_WINDOW * 24; back++) {
      used[back / 24 + 1] += Math.min(running[running.length - 1 - back], held);
    }
    Arrays.parallelPrefix(used, Long::sum);
    return used;
  }

  private static long[] onDemand(int[] running, int staying, int ending) {
    long[] onDemand = new long[ending + 1];
    for (int units : running) {
      for (int renewed = 0; renewed <= Math.min(ending, units - staying); renewed++) {
        onDemand[renewed] += units - staying - renewed;
      }
    }
    return onDemand;
  }

  /// The units that end.
  int ending() {
    return Arrays.stream(counts).sum();
  }

  /// What Cost Explorer says of it.
  ///
  /// @param month the days of the longer window
  /// @param week the days of the shorter window
  PoolUse seen(int month, int week) {
    List<Stake> stakes =
        IntStream.range(0, counts.length)
            .mapToObj(index ->
                new Stake(
                    counts[index],
                    BigDecimal.ONE,
                    Optional.of(BigDecimal.valueOf(breakEvens[index])),
                    false))
            .toList();
    return new PoolUse(
        counts.length + (staying > 0 ? 1 : 0),
        BigDecimal.valueOf(staying),
        month,
        window(month),
        Optional.of(window(week)),
        stakes);
  }

  private Window window(int days) {
    return new Window(
        BigDecimal.valueOf(staying + ending()),
        BigDecimal.valueOf(used[days])
            .divide(BigDecimal.valueOf(days * 24L), MathContext.DECIMAL64));
  }

  /// The cost of the year after the end, without what stays and what that covers.
  ///
  /// @param renewed the units that are renewed of each commitment
  double cost(int[] renewed) {
    double reserved =
        IntStream.range(0, counts.length)
            .mapToDouble(index -> renewed[index] * breakEvens[index] / 100.0 * YEAR_HOURS)
            .sum();
    return reserved + onDemand[Arrays.stream(renewed).sum()];
  }

  double costOfNothing() {
    return cost(new int[counts.length]);
  }

  double costOfEverything() {
    return cost(counts);
  }

  /// The cost of all that ends if it ran all year, on demand.
  double worth() {
    return (double) ending() * YEAR_HOURS;
  }

  /// The least that the year could cost for somebody who knows it.
  double least() {
    int[] renewed = new int[counts.length];
    double least = cost(renewed);
    for (int index : cheapestFirst()) {
      while (renewed[index] < counts[index]) {
        renewed[index]++;
        least = Math.min(least, cost(renewed));
      }
    }
    return least;
  }

  private List<Integer> cheapestFirst() {
    return Stream.iterate(0, index -> index + 1)
        .limit(counts.length)
        .sorted(Comparator.comparingInt(index -> breakEvens[index]))
        .toList();
  }
}
