package dev.riexpiry.page;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.finding.Renewal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The money that is committed an hour, month by month, as commitments end: one for each currency.
/// What was paid upfront is spread over the term. What takes over from what ends counts from its
/// start on, also where it is not active yet.
///
/// @param currency such as `USD`; empty where nobody says
/// @param months from that of the check date on
record Cliff(String currency, List<Month> months) {
  static final int MONTHS = 36;

  Cliff {
    months = List.copyOf(months);
  }

  /// A month, as it begins; that of the check date, as that day does.
  ///
  /// @param committed money an hour
  /// @param ending the part of it that ends in this month
  /// @param renewed the part of `ending` that is taken over
  /// @param unpriced how many commitments are there of which no price is known
  /// @param ends what ends in this month, with a price in this currency or with none
  record Month(
      YearMonth month,
      BigDecimal committed,
      BigDecimal ending,
      BigDecimal renewed,
      int unpriced,
      List<Commitment> ends) {
    Month {
      ends = List.copyOf(ends);
    }
  }

  /// Makes one for each currency, commitments without a price in the first.
  static List<Cliff> of(Inventory inventory) {
    Map<Commitment, Renewal> renewals = new HashMap<>();
    Set<Commitment> all = new LinkedHashSet<>(inventory.commitments());
    for (Commitment item : inventory.commitments()) {
      inventory.expiring(item).ifPresent(found -> renewals.put(item, found.renewal()));
    }
    inventory.commitments().stream()
        .flatMap(item -> Optional.ofNullable(renewals.get(item)).stream())
        .filter(Cliff::counts)
        .flatMap(renewal -> renewal.by().stream())
        .map(Renewal.Replacement::commitment)
        .forEach(all::add);
    Prices prices = Prices.of(inventory);
    Map<Commitment, Money> priced = new HashMap<>();
    all.forEach(item -> prices.hourly(item).ifPresent(price -> priced.put(item, price)));
    Set<String> currencies = new TreeSet<>();
    priced.values().forEach(price -> currencies.add(currency(price)));
    List<Cliff> cliffs = new ArrayList<>();
    for (String currency : currencies.isEmpty() ? Set.of("") : currencies) {
      boolean first = cliffs.isEmpty();
      List<Commitment> counted =
          all.stream()
              .filter(item ->
                  Optional.ofNullable(priced.get(item))
                      .map(price -> currency(price).equals(currency))
                      .orElse(first))
              .toList();
      cliffs.add(
          new Cliff(
              currency,
              IntStream.range(0, MONTHS)
                  .mapToObj(index -> month(index, counted, priced, renewals, inventory.summary()))
                  .toList()));
    }
    return List.copyOf(cliffs);
  }

  private static boolean counts(Renewal renewal) {
    return switch (renewal) {
      case Renewal.Full _, Renewal.Partial _ -> true;
      case Renewal.Perhaps _, Renewal.None _ -> false;
    };
  }

  private static String currency(Money price) {
    return price.currency().orElse("");
  }

  private static Month month(
      int index,
      List<Commitment> counted,
      Map<Commitment, Money> priced,
      Map<Commitment, Renewal> renewals,
      CheckSummary summary) {
    LocalDate today = summary.checkDate().date();
    YearMonth month = YearMonth.from(today).plusMonths(index);
    LocalDate begin = index == 0 ? today : month.atDay(1);
    BigDecimal committed = BigDecimal.ZERO;
    BigDecimal ending = BigDecimal.ZERO;
    BigDecimal renewed = BigDecimal.ZERO;
    int unpriced = 0;
    List<Commitment> ends = new ArrayList<>();
    for (Commitment item : counted) {
      LocalDate lastDay = summary.checkDate().lastDay(item.end());
      if (lastDay.isBefore(begin) || summary.checkDate().firstDay(item.start()).isAfter(begin)) {
        continue;
      }
      Money known = priced.get(item);
      BigDecimal price = known == null ? BigDecimal.ZERO : known.amount();
      committed = committed.add(price);
      unpriced += known == null ? 1 : 0;
      if (YearMonth.from(lastDay).equals(month)) {
        ends.add(item);
        ending = ending.add(price);
        renewed =
            renewed.add(
                Optional.ofNullable(renewals.get(item))
                    .filter(Cliff::counts)
                    .map(renewal -> price.multiply(renewal.share()))
                    .orElse(BigDecimal.ZERO));
      }
    }
    return new Month(month, committed, ending, renewed, unpriced, ends);
  }
}
