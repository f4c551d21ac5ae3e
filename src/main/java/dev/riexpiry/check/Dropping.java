package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsVersion;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.DroppedMessage;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.DroppedSender;
import dev.riexpiry.delivery.Publishers;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.DroppedAccount;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.KnownAccounts;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.RecordKeeping;
import dev.riexpiry.sweep.ClosedAccount;
import dev.riexpiry.sweep.Roster;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a check says of accounts that the last whole one had and it has not.
///
/// @param accounts these accounts, by id
/// @param receipt what became of the alert that names them, if there is one
/// @param failures of the ledger, which remembers the accounts
record Dropping(List<DroppedAccount> accounts, Optional<Receipt> receipt, List<Failure> failures) {
  private static final Dropping NONE = new Dropping(List.of(), Optional.empty(), List.of());

  /// The days after which the same accounts are recorded anew, so that their record does not
  /// expire.
  private static final int RENEWED_AFTER_DAYS = 30;

  Dropping {
    accounts = List.copyOf(accounts);
    requireNonNull(receipt, "receipt is null");
    failures = List.copyOf(failures);
  }

  /// Compares the accounts of a whole check with those of the last one that told the same topic,
  /// and tells which are missing. Where the organization could not be listed in full nobody knows.
  static Dropping of(
      CheckRequest request,
      Optional<RecordKeeping> keeping,
      Publishers publishers,
      CheckSummary summary) {
    return request
        .delivery()
        .topic()
        .filter(_ -> isWhole(request))
        .flatMap(topic -> keeping.map(with -> of(request, with, topic, publishers, summary)))
        .orElse(NONE);
  }

  private static boolean isWhole(CheckRequest request) {
    Roster roster = request.roster();
    return (request.recorded() || request.delivery() instanceof DeliveryMode.DryRun)
        && roster.whole()
        && request.narrowing().isNone()
        && roster.unlisted().isEmpty()
        && !roster.accounts().isEmpty();
  }

  private static Dropping of(
      CheckRequest request,
      RecordKeeping keeping,
      TopicArn topic,
      Publishers publishers,
      CheckSummary summary) {
    return switch (keeping.ledger().knownAccounts(topic.value())) {
      case Outcome.Failed<Optional<KnownAccounts>>(Failure failure) ->
          new Dropping(List.of(), Optional.empty(), List.of(failure));
      case Outcome.Found<Optional<KnownAccounts>>(Optional<KnownAccounts> before) -> {
        KnownAccounts now =
            new KnownAccounts(
                topic.value(),
                before.map(KnownAccounts::version).orElse(0L) + 1,
                request.checkDate().date(),
                names(request.roster()));
        List<DroppedAccount> dropped =
            before.map(known -> missing(known, request.roster())).orElse(List.of());
        DroppedSender sender = new DroppedSender(publishers.mail(), keeping, topic);
        yield dropped.isEmpty()
            ? new Dropping(
                List.of(),
                Optional.empty(),
                request.recorded() && isNews(before, now) ? sender.record(now) : List.of())
            : told(request, sender, dropped, now, summary);
      }
    };
  }

  private static Dropping told(
      CheckRequest request,
      DroppedSender sender,
      List<DroppedAccount> dropped,
      KnownAccounts now,
      CheckSummary summary) {
    Alert alert =
        DroppedMessage.of(dropped, summary, request.roster().file().map(AccountsVersion::toString));
    if (!request.recorded()) {
      return new Dropping(
          dropped,
          Optional.of(new Receipt(alert, request.delivery().topic(), new Receipt.Result.NotSent())),
          List.of());
    }
    DroppedSender.Told told = sender.send(alert, dropped, now);
    return new Dropping(dropped, told.receipt(), told.failures());
  }

  private static boolean isNews(Optional<KnownAccounts> before, KnownAccounts now) {
    return before
        .filter(known -> known.names().equals(now.names()))
        .filter(known -> known.on().plusDays(RENEWED_AFTER_DAYS).isAfter(now.on()))
        .isEmpty();
  }

  private static Map<AccountId, String> names(Roster roster) {
    return roster.accounts().stream().collect(Collectors.toMap(Account::id, Account::name));
  }

  private static List<DroppedAccount> missing(KnownAccounts known, Roster roster) {
    Map<AccountId, String> now = names(roster);
    Map<AccountId, String> closed =
        roster.closed().stream()
            .collect(
                Collectors.toMap(ClosedAccount::id, ClosedAccount::state, (first, _) -> first));
    return known.names().entrySet().stream()
        .filter(account -> !now.containsKey(account.getKey()))
        .map(account ->
            new DroppedAccount(
                account.getKey(),
                account.getValue(),
                Optional.ofNullable(closed.get(account.getKey()))))
        .sorted(Comparator.comparing(account -> account.id().value()))
        .toList();
  }

  /// Warns of a ledger that could not say, or record, which accounts there are.
  Stream<String> warnings() {
    return failures.stream()
        .map(failure ->
            "which accounts the last check had is not known, or was not recorded, so it may be told late, or again, that some are missing: "
                + failure.sentence());
  }
}
