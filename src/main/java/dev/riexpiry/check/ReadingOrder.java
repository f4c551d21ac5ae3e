package dev.riexpiry.check;

import dev.riexpiry.account.Account;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.ledger.Ledger;
import dev.riexpiry.ledger.Outages;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sorts accounts for reading, so that one which a run had no time for comes early in the next.
final class ReadingOrder {
  private ReadingOrder() {}

  /// The order for a run in one function. Where no ledger knows what the last run had no time for,
  /// every other day begins at the other end.
  static List<Account> of(CheckRequest request, Optional<Ledger> ledger) {
    List<Account> accounts = request.roster().accounts();
    boolean otherEnd = request.checkDate().date().toEpochDay() % 2 != 0;
    return lateFirst(accounts, ledger).orElse(otherEnd ? accounts.reversed() : accounts);
  }

  /// The order with those accounts first that the last run had no time for; empty where no ledger
  /// knows them.
  static Optional<List<Account>> lateFirst(List<Account> accounts, Optional<Ledger> ledger) {
    return ledger.flatMap(known ->
        switch (known.outages(
            accounts.stream().<Place>map(account -> new Place.Account(account.id())).toList())) {
          case Outcome.Failed<Map<Place, Outages>>(Failure _) -> Optional.empty();
          case Outcome.Found<Map<Place, Outages>>(Map<Place, Outages> outages) ->
              Optional.of(
                  accounts.stream()
                      .sorted(Comparator.comparing(account -> !isLate(account, outages)))
                      .toList());
        });
  }

  private static boolean isLate(Account account, Map<Place, Outages> outages) {
    return Optional.ofNullable(outages.get(new Place.Account(account.id()))).stream()
        .flatMap(known -> known.open().values().stream())
        .anyMatch(outage -> outage.code().equals(Failure.DEADLINE_EXCEEDED));
  }
}
