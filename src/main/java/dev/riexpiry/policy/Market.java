package dev.riexpiry.policy;

import dev.riexpiry.commitment.Commitment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The purchases and the ends of one usage, and who gets which units: each unit is given out once.
///
/// A purchase goes to the end that is closest to its start. Of the purchases that come to it, an
/// end keeps those that fit it best, and sends the others on to the next end. So nobody is left
/// with less because one more was bought, and no day is the present one: what has ended counts as
/// what is about to end. (This is the stable assignment of Gale and Shapley, proposed by the
/// purchases; there is exactly one, whatever the order in which they go.)
final class Market {
  /// The time after an end within which a purchase may begin as a late renewal: as long as a lapse
  /// can be news.
  private static final Duration LATEST = Duration.ofDays(LapseWindow.MAX_DAYS);

  private final Duration longestLead;
  private final NavigableMap<Instant, End> ends = new TreeMap<>();
  private final Map<Supply, BigDecimal> left = new HashMap<>();

  /// @param ending what ends, all of one usage
  /// @param supplies the purchases of the same usage
  /// @param longestLead the time before an end for which a purchase may be meant for it
  Market(Collection<Commitment> ending, Collection<Supply> supplies, Duration longestLead) {
    this.longestLead = longestLead;
    ending.stream()
        .sorted(Comparator.comparing(Commitment::id))
        .forEach(item -> ends.computeIfAbsent(item.end(), End::new).add(item));
    supplies.forEach(supply -> left.put(supply, supply.units()));
    assign(supplies);
  }

  private void assign(Collection<Supply> supplies) {
    Map<Supply, Journey> journeys = new HashMap<>();
    Deque<Journey> open = new ArrayDeque<>();
    for (Supply supply : supplies.stream().sorted(Supply.BY_START).toList()) {
      open.add(journeys.computeIfAbsent(supply, Journey::new));
    }
    while (!open.isEmpty()) {
      Journey journey = open.remove();
      BigDecimal units = units(journey.supply);
      if (units.signum() == 0) {
        continue;
      }
      journey
          .here()
          .ifPresent(end -> {
            left.put(journey.supply, BigDecimal.ZERO);
            end.take(journey.supply, units)
                .forEach((supply, rejected) -> {
                  left.merge(supply, rejected, BigDecimal::add);
                  Journey sentOn = journeys.computeIfAbsent(supply, Journey::new);
                  sentOn.leave(end);
                  open.add(sentOn);
                });
          });
    }
  }

  /// The units of a purchase that nobody got.
  BigDecimal units(Supply supply) {
    return left.getOrDefault(supply, BigDecimal.ZERO);
  }

  /// The units that each of those that end got, the best first; who got none is missing.
  Map<Commitment, List<Share>> shares() {
    Map<Commitment, List<Share>> shares = new HashMap<>();
    ends.values().forEach(end -> end.share(shares));
    return shares;
  }

  private Optional<Fit> fit(Supply supply, Instant end) {
    return Fit.of(Duration.between(end, supply.start()), longestLead);
  }

  /// Units of a purchase that one of those that end got.
  ///
  /// @param fit how well its start fits that end
  record Share(Supply supply, BigDecimal units, Fit fit) {}

  /// The way of a purchase from the end that is closest to its start to those farther away.
  private final class Journey {
    private final Supply supply;
    private Optional<End> before;
    private Optional<End> after;

    Journey(Supply supply) {
      this.supply = supply;
      this.before = reachable(ends.floorEntry(supply.start()));
      this.after = reachable(ends.higherEntry(supply.start()));
    }

    /// The end where it is; empty once it has been to all.
    Optional<End> here() {
      return before.isEmpty()
              || (after.isPresent() && distance(after.get()).compareTo(distance(before.get())) < 0)
          ? after
          : before;
    }

    private Duration distance(End end) {
      return Duration.between(end.at, supply.start()).abs();
    }

    /// Goes on from an end, unless it has done so already.
    void leave(End end) {
      if (before.filter(end::equals).isPresent()) {
        before = reachable(ends.lowerEntry(end.at));
      } else if (after.filter(end::equals).isPresent()) {
        after = reachable(ends.higherEntry(end.at));
      }
    }

    private Optional<End> reachable(Map.Entry<Instant, End> entry) {
      return Optional.ofNullable(entry).map(Map.Entry::getValue).filter(this::isWithinReach);
    }

    private boolean isWithinReach(End end) {
      return fit(supply, end.at).isPresent()
          && Duration.between(end.at, supply.start()).compareTo(LATEST) <= 0;
    }
  }

  /// The commitments that end in one instant, which a purchase need not tell apart.
  private final class End {
    private final Instant at;
    private final List<Commitment> commitments = new ArrayList<>();
    private final NavigableMap<Supply, BigDecimal> kept;
    private BigDecimal missing = BigDecimal.ZERO;

    End(Instant at) {
      this.at = at;
      this.kept =
          new TreeMap<>(
              Comparator.comparing((Supply supply) -> fit(supply, at).orElse(Fit.PERHAPS))
                  .thenComparing(supply -> Duration.between(at, supply.start()).abs())
                  .thenComparing(Supply.BY_START));
    }

    void add(Commitment commitment) {
      commitments.add(commitment);
      missing = missing.add(wanted(commitment));
    }

    private BigDecimal wanted(Commitment commitment) {
      return Quantity.of(commitment).map(Quantity::units).orElse(BigDecimal.ZERO);
    }

    /// Takes units, and gives back those that fit worst of what is then too much.
    Map<Supply, BigDecimal> take(Supply offered, BigDecimal units) {
      kept.merge(offered, units, BigDecimal::add);
      missing = missing.subtract(units);
      Map<Supply, BigDecimal> rejected = new HashMap<>();
      while (missing.signum() < 0) {
        Map.Entry<Supply, BigDecimal> worst = kept.lastEntry();
        BigDecimal some = worst.getValue().min(missing.negate());
        take(kept, worst.getKey(), some);
        rejected.put(worst.getKey(), some);
        missing = missing.add(some);
      }
      return rejected;
    }

    private void take(Map<Supply, BigDecimal> from, Supply supply, BigDecimal units) {
      BigDecimal remaining = from.getOrDefault(supply, BigDecimal.ZERO).subtract(units);
      if (remaining.signum() == 0) {
        from.remove(supply);
      } else {
        from.put(supply, remaining);
      }
    }

    void share(Map<Commitment, List<Share>> shares) {
      NavigableMap<Supply, BigDecimal> rest = new TreeMap<>(kept);
      for (Commitment commitment : commitments) {
        BigDecimal wanted = wanted(commitment);
        while (wanted.signum() > 0 && !rest.isEmpty()) {
          Map.Entry<Supply, BigDecimal> best = rest.firstEntry();
          Supply supply = best.getKey();
          BigDecimal some = best.getValue().min(wanted);
          take(rest, supply, some);
          wanted = wanted.subtract(some);
          shares
              .computeIfAbsent(commitment, _ -> new ArrayList<>())
              .add(new Share(supply, some, fit(supply, at).orElse(Fit.PERHAPS)));
        }
      }
    }
  }
}
