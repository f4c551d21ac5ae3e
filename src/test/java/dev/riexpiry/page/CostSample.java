package dev.riexpiry.page;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.cost.Cost;
import dev.riexpiry.cost.CostDays;
import dev.riexpiry.cost.CostMetric;
import dev.riexpiry.cost.CostReading;
import dev.riexpiry.finding.AccountLabels;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Costs of the fourteen days before 4 May 2026.
final class CostSample {
  static final CostDays DAYS =
      new CostDays(LocalDate.parse("2026-04-20"), LocalDate.parse("2026-05-03"));

  private final List<Cost> costs = new ArrayList<>();
  private final Map<AccountId, AccountLabel> labels = new HashMap<>();
  private final List<PlaceFailure> unread = new ArrayList<>();
  private final Set<LocalDate> estimated = new TreeSet<>();
  private int read = 1;

  /// The id of an account.
  static AccountId id(int number) {
    return new AccountId("%012d".formatted(700_000_000_000L + number));
  }

  CostSample named(int number, String name, String unit) {
    labels.put(id(number), new AccountLabel(id(number), name, Optional.of(unit)));
    return this;
  }

  CostSample paid(String date, int number, String service, String amount) {
    return paid(date, number, service, amount, "USD");
  }

  CostSample paid(String date, int number, String service, String amount, String currency) {
    LocalDate day = LocalDate.parse(date);
    costs.add(
        new Cost(
            day,
            id(number),
            service,
            new Money(new BigDecimal(amount), Optional.of(currency)),
            estimated.contains(day)));
    return this;
  }

  /// Takes what is paid from now on on a day for estimated.
  CostSample estimated(String date) {
    estimated.add(LocalDate.parse(date));
    return this;
  }

  CostSample refused(int number, Failure failure) {
    unread.add(new PlaceFailure(new Place.Account(id(number)), failure));
    return this;
  }

  CostSample nothingRead() {
    read = 0;
    return this;
  }

  CostReading reading() {
    return new CostReading(
        DAYS,
        CostMetric.AMORTIZED,
        costs.stream().sorted(Comparator.comparing(Cost::date)).toList(),
        estimated,
        new AccountLabels(labels),
        unread,
        read,
        1);
  }

  /// As many accounts as an organization may have, with three services a day.
  static CostReading large(int accounts) {
    CostSample sample = new CostSample().estimated("2026-05-03");
    for (int number = 0; number < accounts; number++) {
      sample.named(
          number, "workload-production-" + number, "Workloads/Production/Team " + number % 97);
      for (LocalDate day : DAYS.all()) {
        for (int service = 0; service < 3; service++) {
          sample.paid(
              day.toString(),
              number,
              "Amazon Service Number " + (number + service) % 40,
              "%d.%06d"
                  .formatted(1 + number % 13, (number * 7919 + day.getDayOfMonth()) % 1_000_000));
        }
      }
    }
    return sample.reading();
  }
}
