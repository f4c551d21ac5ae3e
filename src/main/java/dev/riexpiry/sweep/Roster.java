package dev.riexpiry.sweep;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.OrganizationScope;
import dev.riexpiry.commitment.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Whom a run reads.
///
/// @param accounts those that are known, no id twice
/// @param unlisted parts of the organization that would not tell their accounts
/// @param whole whether it is everybody, so that nothing unlisted means that all was listed
public record Roster(List<Account> accounts, List<Unreadable> unlisted, boolean whole) {
  /// Nobody.
  public static final Roster EMPTY = new Roster(List.of(), List.of(), false);

  private static final String ORGANIZATION = "the organization";

  public Roster {
    accounts = List.copyOf(accounts);
    unlisted = List.copyOf(unlisted);
  }

  /// Everybody.
  public Roster(List<Account> accounts, List<Unreadable> unlisted) {
    this(accounts, unlisted, true);
  }

  /// Some of the accounts.
  public static Roster some(List<Account> accounts) {
    return new Roster(accounts, List.of(), false);
  }

  /// Puts the accounts of the organization, if the file asks for it, beside those the file names.
  /// An account that the file names is read as it says there, and still gets its organizational
  /// unit.
  ///
  /// @param stop when to end although not everything is listed
  public static Roster of(AccountsFile file, Directory directory, Stop stop) {
    return file.organization()
        .map(scope -> of(file, scope, directory, stop))
        .orElseGet(() -> new Roster(file.accounts(), List.of()));
  }

  private static Roster of(
      AccountsFile file, OrganizationScope scope, Directory directory, Stop stop) {
    return switch (directory.callerAccount()) {
      case Outcome.Failed<AccountId>(Failure failure) ->
          new Roster(file.accounts(), List.of(unlisted(failure)));
      case Outcome.Found<AccountId>(AccountId caller) ->
          of(file, scope, caller, directory.list(scope.organizationalUnits(), stop));
    };
  }

  private static Roster of(
      AccountsFile file, OrganizationScope scope, AccountId caller, Listing listing) {
    Map<AccountId, Listing.Member> members = byId(listing);
    List<Account> accounts = new ArrayList<>();
    for (Account account : file.accounts()) {
      accounts.add(
          Optional.ofNullable(members.remove(account.id()))
              .map(member -> account.in(member.organizationalUnit()))
              .orElse(account));
    }
    members.values().stream()
        .filter(member -> !scope.excluded().contains(member.id()))
        .map(member -> account(member, scope, caller))
        .forEach(accounts::add);
    return new Roster(accounts, failures(listing).distinct().map(Roster::unlisted).toList());
  }

  /// An account that was moved while the organization was listed may turn up in two units.
  private static Map<AccountId, Listing.Member> byId(Listing listing) {
    Map<AccountId, Listing.Member> members = new TreeMap<>();
    listing.members().forEach(member -> members.putIfAbsent(member.id(), member));
    return members;
  }

  /// A list without a single account must not pass for "nothing is ending".
  private static Stream<Failure> failures(Listing listing) {
    return listing.members().isEmpty() && listing.failures().isEmpty()
        ? Stream.of(
            new Failure(
                "organizations:ListAccountsForParent",
                "NoAccounts",
                "no open account was found in the organization, or in the units that are named",
                "check organizationalUnits in the accounts file"))
        : listing.failures().stream();
  }

  /// Nobody assumes a role in their own account to see their own reservations.
  private static Account account(Listing.Member member, OrganizationScope scope, AccountId caller) {
    boolean own = member.id().equals(caller);
    return new Account(
        member.name(),
        member.id(),
        own ? Optional.empty() : Optional.of(scope.role()),
        own ? Optional.empty() : scope.externalId(),
        scope.regions(),
        scope.services(),
        Optional.of(member.organizationalUnit()),
        Optional.empty());
  }

  private static Unreadable unlisted(Failure failure) {
    return new Unreadable(
        Optional.empty(),
        ORGANIZATION,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        failure);
  }

  /// Both rosters.
  public Roster plus(Roster other) {
    return new Roster(
        Stream.concat(accounts.stream(), other.accounts.stream()).toList(),
        Stream.concat(unlisted.stream(), other.unlisted.stream()).toList(),
        whole || other.whole);
  }

  /// The ids of all known accounts.
  public Stream<AccountId> ids() {
    return accounts.stream().map(Account::id);
  }
}
