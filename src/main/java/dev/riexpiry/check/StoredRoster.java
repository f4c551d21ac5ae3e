package dev.riexpiry.check;

import dev.riexpiry.account.AccountsDocument.AccountDocument;
import dev.riexpiry.account.AccountsDocument.IgnoreDocument;
import dev.riexpiry.account.AccountsDocument.RouteDocument;
import dev.riexpiry.account.AccountsVersion;
import dev.riexpiry.account.Routing;
import dev.riexpiry.alert.CountsDocument.ClosedDocument;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.sweep.ClosedAccount;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A roster as the steps of a spread check hand it on. Written and read by one version of this
/// program within one run, so that it needs no compatibility. Whose the run's own credentials are
/// is not in it: each step proves its own.
///
/// @param units the organizational unit of each account whose unit is known
/// @param unitIds the ids of the units of each account, where a route asks for them
/// @param file where the accounts file is, if it is in a bucket
/// @param version S3's id of it, if it has one
record StoredRoster(
    List<AccountDocument> accounts,
    Map<String, String> units,
    List<StoredFailure> unlisted,
    boolean whole,
    Optional<List<IgnoreDocument>> ignore,
    List<ClosedDocument> closed,
    Optional<StoredPayer> payer,
    List<String> ownerTags,
    List<RouteDocument> routes,
    Map<String, List<String>> unitIds,
    Optional<String> file,
    Optional<String> version) {

  /// Writes a roster as JSON.
  static String write(Roster roster) {
    Map<String, String> units = new LinkedHashMap<>();
    roster
        .accounts()
        .forEach(account ->
            account.organizationalUnit().ifPresent(unit -> units.put(account.id().value(), unit)));
    return Json.compact(
        new StoredRoster(
            roster.accounts().stream().map(AccountDocument::of).toList(),
            units,
            roster.unlisted().stream().map(StoredFailure::of).toList(),
            roster.whole(),
            IgnoreDocument.of(roster.ignores()),
            closed(roster.closed()),
            roster.payer().map(StoredPayer::of),
            roster.owners().keys(),
            roster.routing().routes().stream().map(RouteDocument::of).toList(),
            unitIds(roster),
            roster.file().map(AccountsVersion::location),
            roster.file().flatMap(AccountsVersion::id)));
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IllegalArgumentException if it is something else
  static Roster read(String text) {
    StoredRoster stored = Json.read(text, StoredRoster.class);
    return new Roster(
        stored.accounts.stream()
            .map(account ->
                account.account(Optional.ofNullable(stored.units.get(account.accountId()))))
            .toList(),
        stored.unlisted.stream().map(StoredFailure::failure).toList(),
        stored.whole,
        IgnoreDocument.rules(stored.ignore),
        stored.closed.stream()
            .map(closed ->
                new ClosedAccount(
                    new AccountId(closed.accountId()), closed.accountName(), closed.state()))
            .toList(),
        Optional.empty(),
        stored.payer.map(StoredPayer::payer),
        new OwnerTags(stored.ownerTags),
        Map.of(),
        new Routing(
            stored.routes.stream().map(RouteDocument::route).toList(),
            stored.unitIds.entrySet().stream()
                .collect(
                    Collectors.toMap(entry -> new AccountId(entry.getKey()), Map.Entry::getValue))),
        stored.file.map(location -> new AccountsVersion(location, stored.version)));
  }

  private static Map<String, List<String>> unitIds(Roster roster) {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    roster
        .ids()
        .forEach(id ->
            Optional.ofNullable(roster.routing().units().get(id))
                .ifPresent(units -> ids.put(id.value(), units)));
    return ids;
  }

  /// Shows closed accounts as the report does.
  static List<ClosedDocument> closed(List<ClosedAccount> accounts) {
    return accounts.stream()
        .map(account -> new ClosedDocument(account.id().value(), account.name(), account.state()))
        .toList();
  }
}
