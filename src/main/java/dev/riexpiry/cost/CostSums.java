package dev.riexpiry.cost;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.cost.CostGrouping.Group;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Costs of one currency, added up exactly: amounts of different currencies are never added.
///
/// @param currency such as `USD`; blank where Cost Explorer does not say
/// @param days the days, the first one first
/// @param lines a sum for each group
/// @param total the sum of all, each cost once
public record CostSums(String currency, List<LocalDate> days, List<Line> lines, Line total) {
  private static final Comparator<Line> LARGEST_FIRST =
      Comparator.comparing(Line::sum).reversed().thenComparing(Line::name);

  public CostSums {
    requireNonNull(currency, "currency is null");
    days = List.copyOf(days);
    lines = List.copyOf(lines);
    requireNonNull(total, "total is null");
  }

  /// Adds up by groups of which each cost is in one, the largest first; one for each currency.
  public static List<CostSums> of(CostReading reading, CostGrouping grouping) {
    return sums(reading, LARGEST_FIRST, cost -> List.of(grouping.group(cost, reading.accounts())));
  }

  /// The same where the sum of a unit includes what is below it, which comes after it.
  public static List<CostSums> nested(CostReading reading, CostGrouping grouping) {
    return grouping == CostGrouping.OU
        ? sums(
            reading,
            Comparator.comparing(Line::key, CostSums::byPath),
            cost -> grouping.groups(cost, reading.accounts()))
        : of(reading, grouping);
  }

  /// Puts a unit before what is below it, and that before its next neighbour.
  private static int byPath(String one, String other) {
    return one.replace('/', '\0').compareTo(other.replace('/', '\0'));
  }

  private static List<CostSums> sums(
      CostReading reading, Comparator<Line> order, Function<Cost, List<Group>> groups) {
    List<LocalDate> days = reading.days().all();
    SortedSet<String> currencies = new TreeSet<>();
    reading.costs().stream()
        .filter(
            cost -> cost.amount().currency().isPresent() || cost.amount().amount().signum() != 0)
        .forEach(cost -> currencies.add(currency(cost)));
    return currencies.stream()
        .map(currency -> {
          List<Cost> costs =
              reading.costs().stream().filter(cost -> currency(cost).equals(currency)).toList();
          Map<Group, Sum> byGroup = new LinkedHashMap<>();
          Sum all = new Sum(days);
          for (Cost cost : costs) {
            all.add(cost);
            groups
                .apply(cost)
                .forEach(group -> byGroup.computeIfAbsent(group, _ -> new Sum(days)).add(cost));
          }
          return new CostSums(
              currency,
              days,
              byGroup.entrySet().stream()
                  .map(item -> item.getValue().line(item.getKey()))
                  .sorted(order)
                  .toList(),
              all.line(new Group("", "")));
        })
        .toList();
  }

  private static String currency(Cost cost) {
    return cost.amount().currency().orElse("");
  }

  /// The same with so many lines at most: where there are more, the largest, and one for all others
  /// together.
  ///
  /// @param most at least two
  public CostSums within(int most) {
    if (lines.size() <= most) {
      return this;
    }
    List<Line> others = lines.subList(most - 1, lines.size());
    Line together =
        new Line(
            "",
            "%d others".formatted(others.size()),
            IntStream.range(0, days.size())
                .mapToObj(day ->
                    others.stream()
                        .map(line -> line.amounts().get(day))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList());
    return new CostSums(
        currency,
        days,
        Stream.concat(lines.stream().limit(most - 1L), Stream.of(together)).toList(),
        total);
  }

  /// The sums of a group.
  ///
  /// @param key tells groups apart
  /// @param name its name for people
  /// @param amounts one for each day
  public record Line(String key, String name, List<BigDecimal> amounts) {
    public Line {
      requireNonNull(key, "key is null");
      requireNonNull(name, "name is null");
      amounts = List.copyOf(amounts);
    }

    /// The sum of all days.
    public BigDecimal sum() {
      return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  private static final class Sum {
    private final Map<LocalDate, BigDecimal> byDay = new LinkedHashMap<>();

    Sum(List<LocalDate> days) {
      days.forEach(day -> byDay.put(day, BigDecimal.ZERO));
    }

    /// Days that were not asked for do not count.
    void add(Cost cost) {
      byDay.computeIfPresent(cost.date(), (_, sum) -> sum.add(cost.amount().amount()));
    }

    Line line(Group group) {
      return new Line(group.key(), group.name(), List.copyOf(byDay.values()));
    }
  }
}
