package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.AccountsVersion;
import dev.riexpiry.account.OrganizationScope;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.account.Routing;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Narrowing;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.Directory.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The accounts that a run reads, and the rules for findings that people do not want to hear of.
///
/// @param accounts those that are known, no id twice
/// @param unlisted parts of the organization with accounts that could not be listed
/// @param whole whether these are all accounts there are, so that nothing unlisted means that all
///   was listed
/// @param ignores the rules for findings that are not announced
/// @param closed accounts of the organization that are not read because they are not open
/// @param caller whose the run's own credentials are, or why that could not be learnt; empty where
///   nobody has asked yet
/// @param payer the account whose Cost Explorer is read, if any
/// @param owners the tags that say who owns a commitment
/// @param membership the management account of each account that AWS Organizations listed, where it
///   named one
/// @param routing the topics for some of what is told
/// @param file which accounts file it is made of, where that came from a bucket
public record Roster(
    List<Account> accounts,
    List<PlaceFailure> unlisted,
    boolean whole,
    IgnoreRules ignores,
    List<ClosedAccount> closed,
    Optional<Outcome<Identity>> caller,
    Optional<PayerScope> payer,
    OwnerTags owners,
    Map<AccountId, AccountId> membership,
    Routing routing,
    Optional<AccountsVersion> file) {
  /// The roster without accounts.
  public static final Roster EMPTY = new Roster(List.of(), List.of(), false, IgnoreRules.NONE);

  public Roster {
    accounts = List.copyOf(accounts);
    unlisted = List.copyOf(unlisted);
    requireNonNull(ignores, "ignores is null");
    closed = List.copyOf(closed);
    requireNonNull(caller, "caller is null");
    requireNonNull(payer, "payer is null");
    requireNonNull(owners, "owners is null");
    membership = Map.copyOf(membership);
    requireNonNull(routing, "routing is null");
    requireNonNull(file, "file is null");
  }

  /// The roster of accounts of which no organization is known, and of which all is told to the
  /// default topics.
  public Roster(
      List<Account> accounts,
      List<PlaceFailure> unlisted,
      boolean whole,
      IgnoreRules ignores,
      List<ClosedAccount> closed,
      Optional<Outcome<Identity>> caller,
      Optional<PayerScope> payer,
      OwnerTags owners) {
    this(
        accounts,
        unlisted,
        whole,
        ignores,
        closed,
        caller,
        payer,
        owners,
        Map.of(),
        Routing.NONE,
        Optional.empty());
  }

  /// The roster without closed accounts and without a payer, of a caller of whom nobody has asked
  /// yet.
  public Roster(
      List<Account> accounts, List<PlaceFailure> unlisted, boolean whole, IgnoreRules ignores) {
    this(
        accounts,
        unlisted,
        whole,
        ignores,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        OwnerTags.DEFAULT);
  }

  /// The roster of all accounts, with nothing ignored.
  public Roster(List<Account> accounts, List<PlaceFailure> unlisted) {
    this(accounts, unlisted, true, IgnoreRules.NONE);
  }

  /// The roster of some of the accounts, without the parts of the organization that were not
  /// listed.
  public Roster narrowed(List<Account> some) {
    return new Roster(
        some,
        List.of(),
        false,
        ignores,
        List.of(),
        caller,
        payer,
        owners,
        membership,
        routing,
        file);
  }

  /// The roster of what a caller narrows a run to. Of accounts that the narrowing does not name
  /// nothing is read.
  public Roster narrowed(Narrowing narrowing) {
    Roster some =
        narrowing.accounts().isEmpty()
            ? this
            : narrowed(
                accounts.stream()
                    .filter(account -> narrowing.accounts().contains(account.id()))
                    .toList());
    return narrowing.cutsAccounts()
        ? new Roster(
            some.accounts.stream()
                .flatMap(
                    account -> account.among(narrowing.regions(), narrowing.services()).stream())
                .toList(),
            some.unlisted,
            some.whole,
            ignores,
            some.closed,
            caller,
            payer.flatMap(scope -> scope.among(narrowing.services())),
            owners,
            membership,
            routing,
            file)
        : some;
  }

  /// The same roster with its accounts in this order, or only some of them.
  public Roster with(List<Account> others) {
    return new Roster(
        others, unlisted, whole, ignores, closed, caller, payer, owners, membership, routing, file);
  }

  /// Puts the accounts of the organization, if the file asks for it, beside those the file names.
  /// An account that the file names is read as it says there, and still gets its organizational
  /// unit.
  ///
  /// @param stop ends the listing early; where the accounts are read afterwards it leaves time for
  ///   that, however long the organization's list is
  public static Roster of(AccountsFile file, Directory directory, Stop stop) {
    return file.organization().isPresent()
        ? of(file, directory, directory.caller(), stop)
        : roster(file, file.accounts(), Stream.of());
  }

  /// The same for a caller of whom was asked already.
  ///
  /// @param caller whose the caller's own credentials are, or why that could not be learnt
  public static Roster of(
      AccountsFile file, Directory directory, Outcome<Identity> caller, Stop stop) {
    return file.organization()
        .map(scope -> of(file, scope, caller, directory.list(scope.organizationalUnits(), stop)))
        .orElseGet(() -> roster(file, file.accounts(), Stream.of()))
        .knowing(caller);
  }

  private static Roster of(
      AccountsFile file, OrganizationScope scope, Outcome<Identity> caller, Listing listing) {
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
    Set<AccountId> named = file.accounts().stream().map(Account::id).collect(Collectors.toSet());
    return roster(
            file, accounts, Stream.concat(caller.failure().stream(), failures(listing)).distinct())
        .without(
            listing.closed().stream()
                .filter(account -> !named.contains(account.id()))
                .filter(account -> !scope.excluded().contains(account.id()))
                .toList())
        .of(
            listing.members().stream()
                .filter(member -> member.payer().isPresent())
                .collect(
                    Collectors.toMap(
                        Listing.Member::id,
                        member -> member.payer().orElseThrow(),
                        (first, _) -> first)))
        .routed(
            new Routing(
                file.routes(),
                listing.members().stream()
                    .collect(
                        Collectors.toMap(
                            Listing.Member::id, Listing.Member::units, (first, _) -> first))));
  }

  /// The same roster, of which some is told elsewhere.
  private Roster routed(Routing other) {
    return new Roster(
        accounts, unlisted, whole, ignores, closed, caller, payer, owners, membership, other, file);
  }

  /// The same roster, of accounts of these organizations.
  private Roster of(Map<AccountId, AccountId> payers) {
    return new Roster(
        accounts, unlisted, whole, ignores, closed, caller, payer, owners, payers, routing, file);
  }

  private static Roster roster(
      AccountsFile file, List<Account> accounts, Stream<Failure> unlisted) {
    return new Roster(
        accounts,
        unlisted.map(Roster::unlisted).toList(),
        true,
        file.ignores(),
        List.of(),
        Optional.empty(),
        file.payer(),
        file.owners(),
        Map.of(),
        new Routing(file.routes(), Map.of()),
        file.version());
  }

  /// The same roster beside accounts that are closed.
  private Roster without(List<ClosedAccount> others) {
    return new Roster(
        accounts,
        unlisted,
        whole,
        ignores,
        others,
        caller,
        payer,
        owners,
        membership,
        routing,
        file);
  }

  private Roster knowing(Outcome<Identity> asked) {
    return new Roster(
        accounts,
        unlisted,
        whole,
        ignores,
        closed,
        Optional.of(asked),
        payer,
        owners,
        membership,
        routing,
        file);
  }

  /// The members by id. An account that was moved while the organization was listed may turn up in
  /// two units.
  private static Map<AccountId, Listing.Member> byId(Listing listing) {
    Map<AccountId, Listing.Member> members = new TreeMap<>();
    listing.members().forEach(member -> members.putIfAbsent(member.id(), member));
    return members;
  }

  /// The failures of a listing. A list without a single account must not pass for "nothing is
  /// ending".
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

  /// The account of a member. The caller assumes no role in its own account to read its own
  /// reservations, unless it is not known which one that is.
  private static Account account(
      Listing.Member member, OrganizationScope scope, Outcome<Identity> caller) {
    boolean own =
        caller instanceof Outcome.Found<Identity>(Identity identity)
            && identity.account().equals(member.id());
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

  private static PlaceFailure unlisted(Failure failure) {
    return new PlaceFailure(new Place.Organization(), failure);
  }

  /// The accounts of both rosters.
  public Roster plus(Roster other) {
    return new Roster(
        Stream.concat(accounts.stream(), other.accounts.stream()).toList(),
        Stream.concat(unlisted.stream(), other.unlisted.stream()).toList(),
        whole || other.whole,
        ignores.plus(other.ignores),
        Stream.concat(closed.stream(), other.closed.stream()).toList(),
        caller.or(other::caller),
        payer.or(other::payer),
        owners.equals(OwnerTags.DEFAULT) ? other.owners : owners,
        Stream.of(membership, other.membership)
            .flatMap(known -> known.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first)),
        routing.plus(other.routing),
        file.or(other::file));
  }

  /// The accounts that AWS Organizations, in this run, said to be of the organization that an
  /// account pays for.
  public Set<AccountId> membersOf(AccountId management) {
    return ids().filter(id -> management.equals(membership.get(id))).collect(Collectors.toSet());
  }

  /// Tells whether the payer is the only source.
  public boolean ofPayerOnly() {
    return payer.isPresent() && accounts.isEmpty() && unlisted.isEmpty();
  }

  /// The ids of all known accounts.
  public Stream<AccountId> ids() {
    return accounts.stream().map(Account::id);
  }
}
