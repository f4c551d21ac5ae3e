package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;

/// The instants from which a row of places lets somebody pass, in which the next place that does is
/// found in a few steps, however many in between do not.
final class Thresholds {
  private final Comparator<Instant> order;
  private final int leaves;

  /// A tree, each node with the first of its two children's instants in the order; the root is at
  /// 1.
  private final Instant[] firsts;

  /// @param count the number of places, at first all with the threshold `open`
  /// @param order whoever comes after a threshold in this order passes
  Thresholds(int count, Instant open, Comparator<Instant> order) {
    this.order = requireNonNull(order, "order is null");
    this.leaves = Integer.highestOneBit(Math.max(1, count - 1)) * 2;
    this.firsts = new Instant[2 * leaves];
    Arrays.fill(firsts, open);
  }

  /// Raises the threshold of a place.
  void set(int place, Instant threshold) {
    int node = leaves + place;
    firsts[node] = threshold;
    for (node /= 2; node > 0; node /= 2) {
      Instant one = firsts[2 * node];
      Instant other = firsts[2 * node + 1];
      firsts[node] = order.compare(one, other) <= 0 ? one : other;
    }
  }

  /// Finds the first place, from one on, that lets an instant pass.
  OptionalInt first(int from, Instant instant) {
    return first(1, 0, leaves, from, instant);
  }

  private OptionalInt first(int node, int begin, int end, int from, Instant instant) {
    if (end <= from || order.compare(firsts[node], instant) >= 0) {
      return OptionalInt.empty();
    }
    if (end - begin == 1) {
      return OptionalInt.of(begin);
    }
    int middle = (begin + end) / 2;
    OptionalInt found = first(2 * node, begin, middle, from, instant);
    return found.isPresent() ? found : first(2 * node + 1, middle, end, from, instant);
  }
}
