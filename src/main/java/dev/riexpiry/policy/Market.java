package dev.riexpiry.policy;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Renewal;
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
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The purchases and the ends of one usage, and who gets which units: each unit is given out once.
///
/// A purchase goes to the end that is closest to its start. Of the purchases that come to it, an
/// end keeps those that fit it best, and sends the others on to the next end. So nobody is left
/// with less because one more was bought, and no day is the present one: what has ended counts as
/// what is about to end. (This is the stable assignment of Gale and Shapley, proposed by the
/// purchases; there is exactly one, whatever the order in which they go.)
///
/// Purchases that begin in one instant go together, and commitments that end in one keep together:
/// nothing but their ids tells them apart.
final class Market {
  /// The time after an end within which a purchase may begin as a late renewal: as long as a lapse
  /// can be news.
  private static final Duration LATEST = Duration.ofDays(LapseWindow.MAX_DAYS);

  private static final Duration NANOSECOND = Duration.ofNanos(1);

  private final Duration longestLead;

  /// In the order of time.
  private final List<End> ends;

  private final NavigableMap<Instant, End> byTime = new TreeMap<>();
  private final NavigableMap<Instant, Start> starts = new TreeMap<>();
  private final Map<Supply, BigDecimal> left = new HashMap<>();
  private final Map<Commitment, List<Share>> shares = new HashMap<>();

  /// For each end, in the order of time, the instant after which a start before it is taken.
  private final Thresholds before;

  /// For each end, the last first, the instant before which a start behind it is taken.
  private final Thresholds behind;

  /// @param ending what ends, all of one usage
  /// @param supplies the purchases of the same usage
  /// @param longestLead the time before an end for which a purchase may be meant for it
  Market(Collection<Commitment> ending, Collection<Supply> supplies, Duration longestLead) {
    this.longestLead = longestLead;
    ending.stream()
        .sorted(Comparator.comparing(Commitment::end).thenComparing(Commitment::id))
        .forEach(
            item -> byTime.computeIfAbsent(item.end(), at -> new End(at, byTime.size())).add(item));
    this.ends = List.copyOf(byTime.values());
    this.before = new Thresholds(ends.size(), Instant.MIN, Comparator.naturalOrder());
    this.behind = new Thresholds(ends.size(), Instant.MAX, Comparator.reverseOrder());
    for (Supply supply : supplies.stream().sorted(Supply.BY_START).toList()) {
      left.put(supply, supply.units());
      starts.computeIfAbsent(supply.start(), Start::new).add(supply);
    }
    assign();
    ends.forEach(End::share);
  }

  /// Lets those go first that are closest to an end: whoever comes later seldom drives them away.
  private void assign() {
    Deque<Start> open =
        starts.values().stream()
            .sorted(Comparator.comparing(Start::shortest))
            .collect(Collectors.toCollection(ArrayDeque::new));
    while (!open.isEmpty()) {
      Start start = open.remove();
      Optional<End> end = start.free.signum() > 0 ? start.here() : Optional.empty();
      end.ifPresent(here -> here.take(start).forEach(open::addFirst));
    }
  }

  /// The units of a purchase that nobody got.
  BigDecimal units(Supply supply) {
    return left.getOrDefault(supply, BigDecimal.ZERO);
  }

  /// The units that each of those that end got, the best first; who got none is missing.
  Map<Commitment, List<Share>> shares() {
    return shares;
  }

  /// Units of a purchase that one of those that end got.
  ///
  /// @param fit how well its start fits that end
  record Share(Supply supply, BigDecimal units, Fit fit) {}

  /// The purchases that begin in one instant, on their way from the end that is closest to it to
  /// those farther away. Ends that would not take them are passed over: an end that has what fits
  /// it better never gives that up.
  private final class Start {
    private final Instant at;
    private final Deque<Supply> supplies = new ArrayDeque<>();

    /// The number of ends that are not after it.
    private final int past;

    private BigDecimal free = BigDecimal.ZERO;

    Start(Instant at) {
      this.at = at;
      this.past =
          Optional.ofNullable(byTime.floorEntry(at))
              .map(entry -> entry.getValue().place + 1)
              .orElse(0);
    }

    void add(Supply supply) {
      supplies.add(supply);
      free = free.add(supply.units());
    }

    /// The time to the end that is closest.
    private Duration shortest() {
      return here().map(this::distance).orElse(Duration.ZERO);
    }

    /// The closest end that takes some; empty if there is none.
    Optional<End> here() {
      Optional<End> later = reachable(before.first(past, at));
      Optional<End> earlier = reachable(last(behind.first(ends.size() - past, at)));
      return earlier.isEmpty()
              || later
                  .filter(end -> distance(end).compareTo(distance(earlier.get())) < 0)
                  .isPresent()
          ? later
          : earlier;
    }

    /// The same place counted from the other side.
    private OptionalInt last(OptionalInt place) {
      return place.isPresent()
          ? OptionalInt.of(ends.size() - 1 - place.getAsInt())
          : OptionalInt.empty();
    }

    private Duration distance(End end) {
      return Duration.between(end.at, at).abs();
    }

    private Optional<End> reachable(OptionalInt place) {
      return place.isPresent() && place.getAsInt() >= 0 && place.getAsInt() < ends.size()
          ? Optional.of(ends.get(place.getAsInt()))
              .filter(end ->
                  end.fit(at).isPresent() && Duration.between(end.at, at).compareTo(LATEST) <= 0)
          : Optional.empty();
    }

    /// Draws units of the first purchase that has some left.
    Share draw(BigDecimal most, Fit fit) {
      Supply first = supplies.element();
      BigDecimal units = left.getOrDefault(first, BigDecimal.ZERO).min(most);
      BigDecimal rest = left.getOrDefault(first, BigDecimal.ZERO).subtract(units);
      left.put(first, rest);
      if (rest.signum() == 0) {
        supplies.remove();
      }
      return new Share(first, units, fit);
    }
  }

  /// The commitments that end in one instant, and the units that they keep together.
  private final class End {
    private final Instant at;

    /// Its number in the order of time.
    private final int place;

    private final List<Commitment> commitments = new ArrayList<>();
    private final NavigableMap<Offer, BigDecimal> kept = new TreeMap<>();
    private BigDecimal missing = BigDecimal.ZERO;

    End(Instant at, int place) {
      this.at = at;
      this.place = place;
    }

    void add(Commitment commitment) {
      commitments.add(commitment);
      missing = missing.add(wanted(commitment));
    }

    private BigDecimal wanted(Commitment commitment) {
      return Quantity.of(commitment).map(Quantity::units).orElse(BigDecimal.ZERO);
    }

    private Optional<Fit> fit(Instant start) {
      return Fit.of(Duration.between(at, start), longestLead);
    }

    private Offer offer(Start start) {
      return new Offer(start, fit(start.at).orElse(Fit.PERHAPS), start.distance(this));
    }

    /// Takes all free units of a start, and sends those on that fit worst of what is then too much.
    ///
    /// @return the starts that have units to go on with
    List<Start> take(Start start) {
      kept.merge(offer(start), start.free, BigDecimal::add);
      missing = missing.subtract(start.free);
      start.free = BigDecimal.ZERO;
      List<Start> sentOn = new ArrayList<>();
      while (missing.signum() < 0) {
        Map.Entry<Offer, BigDecimal> worst = kept.lastEntry();
        BigDecimal units = worst.getValue().min(missing.negate());
        BigDecimal rest = worst.getValue().subtract(units);
        if (rest.signum() == 0) {
          kept.remove(worst.getKey());
        } else {
          kept.put(worst.getKey(), rest);
        }
        missing = missing.add(units);
        worst.getKey().start().free = worst.getKey().start().free.add(units);
        sentOn.add(worst.getKey().start());
      }
      if (missing.signum() == 0) {
        close(kept.lastKey());
      }
      return sentOn;
    }

    /// Takes from now on only what fits better than the worst that is kept.
    private void close(Offer worst) {
      before.set(place, taken(worst));
      behind.set(ends.size() - 1 - place, takenBehind(worst));
    }

    /// The instant after which a start before this end fits better.
    private Instant taken(Offer worst) {
      return switch (worst.fit()) {
        case SEAMLESS ->
            worst.start().at.isBefore(at)
                ? worst.start().at
                : at.minus(worst.distance()).minus(NANOSECOND);
        case EARLIER, PERHAPS -> worst.start().at;
        case GAP -> at.minus(Fit.WEEK).minus(NANOSECOND);
      };
    }

    /// The instant before which a start behind this end fits better.
    private Instant takenBehind(Offer worst) {
      return switch (worst.fit()) {
        case SEAMLESS -> at.plus(worst.distance());
        case EARLIER -> at.plus(Renewal.SEAMLESS).plus(NANOSECOND);
        case GAP -> worst.start().at;
        case PERHAPS -> Instant.MAX;
      };
    }

    /// Gives what is kept to the commitments, the best to the first.
    void share() {
      Deque<Commitment> open = new ArrayDeque<>(commitments);
      BigDecimal wanted = open.isEmpty() ? BigDecimal.ZERO : wanted(open.element());
      for (Map.Entry<Offer, BigDecimal> entry : kept.entrySet()) {
        BigDecimal units = entry.getValue();
        while (units.signum() > 0) {
          Share share = entry.getKey().start().draw(units.min(wanted), entry.getKey().fit());
          shares.computeIfAbsent(open.element(), _ -> new ArrayList<>()).add(share);
          units = units.subtract(share.units());
          wanted = wanted.subtract(share.units());
          if (wanted.signum() == 0) {
            open.remove();
            wanted = open.isEmpty() ? BigDecimal.ZERO : wanted(open.element());
          }
        }
      }
    }
  }

  /// A start as one end sees it, the best first.
  private record Offer(Start start, Fit fit, Duration distance) implements Comparable<Offer> {
    @Override
    public int compareTo(Offer other) {
      int byFit = fit.compareTo(other.fit);
      int byDistance = byFit != 0 ? byFit : distance.compareTo(other.distance);
      return byDistance != 0 ? byDistance : start.at.compareTo(other.start.at);
    }
  }
}
