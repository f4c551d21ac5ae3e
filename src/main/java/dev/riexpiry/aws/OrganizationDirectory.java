package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.aws.UnitWalk.Branch;
import dev.riexpiry.aws.UnitWalk.Walked;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.ClosedAccount;
import dev.riexpiry.sweep.Directory;
import dev.riexpiry.sweep.Directory.Listing;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Stop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountState;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListParentsResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.Parent;
import software.amazon.awssdk.services.organizations.model.ParentType;

/// Walks down the tree of AWS Organizations, with the credentials of the management account or of a
/// delegated administrator. Only walking, and not listing all accounts, gives the unit of an
/// account; a page of accounts holds 20, and may be empty and still have a page token.
final class OrganizationDirectory implements Directory {
  private static final String ROOTS_ACTION = "organizations:ListRoots";
  private static final String ACCOUNTS_ACTION = "organizations:ListAccountsForParent";
  private static final String UNIT_ACTION = "organizations:DescribeOrganizationalUnit";
  private static final String UNITS_ACTION = "organizations:ListOrganizationalUnitsForParent";

  /// The calls at once: Organizations answers few a second, from all callers together.
  private static final int CALLS_AT_ONCE = 4;

  /// Stands for a slash within the name of a unit, so that a path can be taken apart.
  private static final String SLASH_OF_NAME = "\u2215";

  private static final int ARN_PARTS = 6;

  private final AwsClients clients;
  private final AwsCredentialsProvider credentials;

  /// A directory that asks with the caller's own credentials.
  ///
  /// @param clients the SDK clients
  OrganizationDirectory(AwsClients clients) {
    this(clients, clients.caller());
  }

  /// @param credentials those to ask with
  OrganizationDirectory(AwsClients clients, AwsCredentialsProvider credentials) {
    this.clients = requireNonNull(clients, "clients is null");
    this.credentials = requireNonNull(credentials, "credentials is null");
  }

  @Override
  public Outcome<Identity> caller() {
    return new StsSignIn(clients, Patience.USUAL).caller();
  }

  @Override
  public Listing list(List<String> organizationalUnits, Stop stop) {
    UnitPace pace = new UnitPace(stop);
    List<Failure> failures = new ArrayList<>();
    Walked<Leaf> walked =
        UnitWalk.down(
            tops(organizationalUnits, failures, pace, stop),
            CALLS_AT_ONCE,
            (branch, found) -> read(branch, found, pace, stop));
    List<Listing.Member> members = new ArrayList<>();
    List<ClosedAccount> closed = new ArrayList<>();
    for (Leaf leaf : walked.units()) {
      members.addAll(leaf.members());
      closed.addAll(leaf.closed());
      failures.addAll(leaf.failures());
    }
    if (walked.cut()) {
      failures.add(
          AwsFailures.endless(
              UNITS_ACTION,
              "the organization has more than %d units, or units more than %d levels deep"
                  .formatted(UnitWalk.MOST_UNITS, UnitWalk.MOST_LEVELS)));
    }
    return new Listing(
        members.stream().distinct().sorted(Comparator.comparing(Listing.Member::id)).toList(),
        closed.stream().distinct().sorted(Comparator.comparing(ClosedAccount::id)).toList(),
        failures);
  }

  private List<Branch> tops(
      List<String> organizationalUnits, List<Failure> failures, UnitPace pace, Stop stop) {
    if (organizationalUnits.isEmpty()) {
      List<Branch> roots = new ArrayList<>();
      guarded(
          ROOTS_ACTION,
          failures,
          () -> {
            for (ListRootsResponse page :
                Pages.byToken(
                    token ->
                        pace.call(() ->
                            client()
                                .listRoots(request ->
                                    request
                                        .nextToken(token)
                                        .overrideConfiguration(limits -> limit(limits, stop)))),
                    ListRootsResponse::nextToken)) {
              listed(page.hasRoots(), ROOTS_ACTION, failures);
              page.roots().forEach(root -> roots.add(Branch.root(root.id())));
              if (stop.isDue()) {
                failures.add(stop.failure(ROOTS_ACTION));
                break;
              }
            }
          });
      return roots;
    }
    List<Branch> tops = new ArrayList<>();
    for (String id : organizationalUnits) {
      tops.add(branch(id, UnitWalk.MOST_LEVELS, stop).asTop());
    }
    return tops;
  }

  /// The branch of a unit with all above it; under its id alone if the caller may not ask for
  /// those, or there is no time for it, because its accounts matter more than its name.
  private Branch branch(String unit, int levels, Stop stop) {
    Branch alone = Branch.NOWHERE.down(unit, unit);
    if (stop.isDue()) {
      return alone;
    }
    Outcome<Branch> whole =
        new AwsCall(UNIT_ACTION)
            .ask(() -> {
              Optional<Branch> above =
                  parentOf(unit, stop)
                      .filter(_ -> levels > 0)
                      .map(parent -> branch(parent, levels - 1, stop));
              return new Outcome.Found<>(
                  above.orElse(Branch.NOWHERE).down(unit, nameOf(unit, stop)));
            });
    return switch (whole) {
      case Outcome.Found<Branch>(Branch known) -> known;
      case Outcome.Failed<Branch> _ -> alone;
    };
  }

  private String nameOf(String unit, Stop stop) {
    return Optional.ofNullable(
            client()
                .describeOrganizationalUnit(request ->
                    request
                        .organizationalUnitId(unit)
                        .overrideConfiguration(limits -> limit(limits, stop)))
                .organizationalUnit())
        .map(OrganizationalUnit::name)
        .map(OrganizationDirectory::inPath)
        .orElse(unit);
  }

  /// A unit's name as a part of a path: AWS lets a name hold slashes.
  private static String inPath(String name) {
    return name.replace("/", SLASH_OF_NAME);
  }

  private Optional<String> parentOf(String unit, Stop stop) {
    for (ListParentsResponse page :
        new Pages<>(
            client()
                .listParentsPaginator(request ->
                    request.childId(unit).overrideConfiguration(limits -> limit(limits, stop))),
            ListParentsResponse::nextToken)) {
      for (Parent parent : page.parents()) {
        return Optional.of(parent)
            .filter(found -> found.type() == ParentType.ORGANIZATIONAL_UNIT)
            .map(Parent::id);
      }
    }
    return Optional.empty();
  }

  /// Finds the units below before it reads the accounts, so that others can read these meanwhile.
  private Leaf read(Branch branch, Consumer<Branch> found, UnitPace pace, Stop stop) {
    if (stop.isDue()) {
      return new Leaf(List.of(), List.of(), List.of(stop.failure(ACCOUNTS_ACTION)));
    }
    List<Failure> failures = new ArrayList<>();
    guarded(UNITS_ACTION, failures, () -> find(branch, found, failures, pace, stop));
    List<Listing.Member> members = new ArrayList<>();
    List<ClosedAccount> closed = new ArrayList<>();
    if (stop.isDue()) {
      failures.add(stop.failure(ACCOUNTS_ACTION));
      return new Leaf(members, closed, failures);
    }
    guarded(
        ACCOUNTS_ACTION,
        failures,
        () -> {
          for (ListAccountsForParentResponse page : accounts(branch, pace, stop)) {
            listed(page.hasAccounts(), ACCOUNTS_ACTION, failures);
            page.accounts().forEach(account -> add(account, branch, members, closed, failures));
            if (stop.isDue()) {
              failures.add(stop.failure(ACCOUNTS_ACTION));
              break;
            }
          }
        });
    return new Leaf(members, closed, failures);
  }

  private void find(
      Branch branch, Consumer<Branch> found, List<Failure> failures, UnitPace pace, Stop stop) {
    for (ListOrganizationalUnitsForParentResponse page :
        Pages.byToken(
            token ->
                pace.call(() ->
                    client()
                        .listOrganizationalUnitsForParent(request ->
                            request
                                .parentId(branch.id())
                                .nextToken(token)
                                .overrideConfiguration(limits -> limit(limits, stop)))),
            ListOrganizationalUnitsForParentResponse::nextToken)) {
      listed(page.hasOrganizationalUnits(), UNITS_ACTION, failures);
      page.organizationalUnits()
          .forEach(unit ->
              found.accept(branch.down(unit.id(), inPath(OptionalMembers.orUnknown(unit.name())))));
      if (stop.isDue()) {
        failures.add(stop.failure(UNITS_ACTION));
        break;
      }
    }
  }

  private Pages<ListAccountsForParentResponse> accounts(Branch branch, UnitPace pace, Stop stop) {
    return Pages.byToken(
        token ->
            pace.call(() ->
                client()
                    .listAccountsForParent(request ->
                        request
                            .parentId(branch.id())
                            .nextToken(token)
                            .overrideConfiguration(limits -> limit(limits, stop)))),
        ListAccountsForParentResponse::nextToken);
  }

  /// Adds an account to those that are open by its `State`, or to the others: `Status` is retired.
  /// An account that has neither is read, and shows up as unreadable if it is closed.
  private static void add(
      Account account,
      Branch branch,
      List<Listing.Member> members,
      List<ClosedAccount> closed,
      List<Failure> failures) {
    String id = OptionalMembers.orEmpty(account.id());
    if (!AccountId.isValid(id)) {
      failures.add(
          AwsFailures.unusable(
              ACCOUNTS_ACTION, "an account of the organization has the id '" + id + "'"));
      return;
    }
    AccountState state = account.state();
    if (state == null
        || state == AccountState.ACTIVE
        || state == AccountState.UNKNOWN_TO_SDK_VERSION) {
      members.add(
          new Listing.Member(
              new AccountId(id),
              OptionalMembers.orUnknown(account.name()),
              branch.path(),
              branch.units(),
              payer(account.arn())));
    } else {
      closed.add(
          new ClosedAccount(
              new AccountId(id),
              OptionalMembers.orUnknown(account.name()),
              state.toString(),
              Optional.of(branch.path())));
    }
  }

  /// The management account, which the ARN of a member begins with:
  /// `arn:aws:organizations::111122223333:account/o-…/444455556666`.
  private static Optional<AccountId> payer(@Nullable String arn) {
    String[] parts = OptionalMembers.orEmpty(arn).split(":", -1);
    return parts.length == ARN_PARTS
            && parts[2].equals("organizations")
            && parts[ARN_PARTS - 1].startsWith("account/")
            && AccountId.isValid(parts[ARN_PARTS - 2])
        ? Optional.of(new AccountId(parts[ARN_PARTS - 2]))
        : Optional.empty();
  }

  private static void guarded(String action, List<Failure> failures, Runnable calls) {
    new AwsCall(action).make(calls).ifPresent(failures::add);
  }

  /// Reports an answer without its list. A list without entries is in the answer all the same; an
  /// answer without the list says nothing.
  private static void listed(boolean present, String action, List<Failure> failures) {
    if (!present) {
      failures.add(AwsFailures.unusable(action, "the answer holds no list"));
    }
  }

  /// Signs one request, and limits its time.
  private void limit(AwsRequestOverrideConfiguration.Builder request, Stop stop) {
    request.credentialsProvider(credentials);
    clients.end(request, stop);
  }

  private OrganizationsClient client() {
    return clients.client(OrganizationsClient.class, clients.home(), OrganizationsClient::builder);
  }

  private record Leaf(
      List<Listing.Member> members, List<ClosedAccount> closed, List<Failure> failures) {}
}
