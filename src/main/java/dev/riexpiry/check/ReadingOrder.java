package dev.riexpiry.check;



import dev.riexpiry.account.Account;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.ledger.GapPlace;
import dev.riexpiry.ledger.Ledger;
import dev.riexpiry.ledger.OpenGaps;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// In which order accounts are read, so that one which a run had no time for comes early in the
/// next.
final class ReadingOrder {
  private ReadingOrder() {}

  /// For a run in one function. Where nobody remembers what the last run had no time for, every
  /// other day begins at the other end.
  static List<Account> of(CheckRequest request, Optional<Ledger> ledger) {
    List<Account> accounts = request.roster().accounts();
    boolean otherEnd = request.checkDate().date().toEpochDay() % 2 != 0;
    return lateFirst(accounts, ledger).orElse(otherEnd ? accounts.reversed() : accounts);
  }

  /// Those accounts first that the last run had no time for; empty if nobody remembers.
  static Optional<List<Account>> lateFirst(List<Account> accounts, Optional<Ledger> ledger) {
    return ledger.flatMap(known ->
        switch (known.gaps(
            accounts.stream().map(account -> GapPlace.account(account.id())).toList())) {
          case Outcome.Failed<Map<GapPlace, OpenGaps>>(Failure _) -> Optional.empty();
          case Outcome.Found<Map<GapPlace, OpenGaps>>(Map<GapPlace, OpenGaps> gaps) ->
              Optional.of(
                  accounts.stream()
                      .sorted(Comparator.comparing(account -> !isLate(account, gaps)))
                      .toList());
        });
  }

  private static boolean isLate(Account account, Map<GapPlace, OpenGaps> gaps) {
    return Optional.ofNullable(gaps.get(GapPlace.account(account.id()))).stream()
        .flatMap(open -> open.gaps().values().stream())
        .anyMatch(gap -> gap.code().equals(Failure.DEADLINE_EXCEEDED));
  }
}
