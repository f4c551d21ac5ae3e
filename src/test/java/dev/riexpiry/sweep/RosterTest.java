package dev.riexpiry.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.AccountsVersion;
import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.OrganizationScope;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.Directory.Listing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RosterTest {
  private static final RemoteRole READER = RemoteRole.parse("reader").orElseThrow();
  private static final ExternalId EXTERNAL_ID = new ExternalId("fake-external-id");
  private static final RegionChoice REGIONS = new RegionChoice.Listed(List.of("eu-west-1"));
  private static final Outcome<Identity> CALLER = new Outcome.Found<>(Sample.CALLER);
  private static final Failure DENIED = Sample.denied("organizations:ListAccountsForParent");

  private static AccountsFile file(Set<AccountId> excluded, Account... accounts) {
    return new AccountsFile(
        List.of(accounts),
        Optional.of(
            new OrganizationScope(READER, Optional.of(EXTERNAL_ID), REGIONS, List.of(), excluded)));
  }

  private static Listing.Member member(AccountId id, String name, String unit) {
    return new Listing.Member(id, name, unit);
  }

  private static Directory directory(List<Listing.Member> members, Failure... failures) {
    return new FakeDirectory(CALLER, new Listing(members, List.of(failures)));
  }

  private static Roster roster(AccountsFile file, Directory directory) {
    return Roster.of(file, directory, Stop.onRequest());
  }

  private static Account asReader(String name, AccountId id, String unit) {
    return new Account(
        name, id, Optional.of(READER), Optional.of(EXTERNAL_ID), REGIONS, Optional.of(unit));
  }

  @Test
  void leavesHalfOfTheTimeOfAnEndlessOrganizationToTheAccountsThatAreKnown() {
    AtomicLong now = new AtomicLong();
    Stop stop = Stop.after(Duration.ofMinutes(10), now::get);
    Directory endless =
        new Directory() {
          @Override
          public Outcome<Identity> caller() {
            return CALLER;
          }

          @Override
          public Listing list(List<String> organizationalUnits, Stop listing) {
            while (!listing.isDue()) {
              now.addAndGet(Duration.ofSeconds(1).toNanos());
            }
            return new Listing(
                List.of(member(Sample.WEB, "web-prod", "")),
                List.of(listing.failure("organizations:ListAccountsForParent")));
          }
        };

    Roster roster =
        Roster.of(file(Set.of(), asReader("data", Sample.DATA, "")), endless, stop.halfway());

    assertThat(now.get()).isEqualTo(Duration.ofMinutes(5).toNanos());
    assertThat(stop.isDue()).isFalse();
    assertThat(roster.ids()).containsExactly(Sample.DATA, Sample.WEB);
    assertThat(roster.unlisted())
        .singleElement()
        .satisfies(item -> {
          assertThat(item.place()).isEqualTo(new Place.Organization());
          assertThat(item.failure().code()).isEqualTo(Failure.DEADLINE_EXCEEDED);
          assertThat(item.failure().message()).startsWith("half of the time");
        });
  }

  @Test
  void knowsWhichFileItIsOfWhateverElseIsLearnt() {
    AccountsVersion version =
        new AccountsVersion("s3://lists/accounts.json", Optional.of("3sL4kqtJlcpXroDTDmJ"));
    AccountsFile file =
        AccountsFile.read(
            version,
            """
            { "organization": { "remoteRole": "reader" },
              "routes": [{ "organizationalUnit": "ou-ab12-cdefgh34",
                           "topicArn": "arn:aws:sns:us-east-1:111122223333:data" }] }
            """
                .getBytes(StandardCharsets.UTF_8));

    assertThat(roster(file, directory(List.of(member(Sample.WEB, "web-prod", "Prod")))).file())
        .contains(version);
  }

  @Test
  void endsTheListWithTheCheck() {
    Stop stop = Stop.onRequest();
    Stop half = stop.halfway();

    assertThat(half.isDue()).isFalse();
    stop.request();

    assertThat(half.isDue()).isTrue();
    assertThat(half.failure("x").code()).isEqualTo("Cancelled");
  }

  @Test
  void keepsTheNamesOfClosedAccountsThatTheFileDoesNotName() {
    ClosedAccount gone = new ClosedAccount(Sample.DATA, "gone", "SUSPENDED");
    Directory directory =
        new FakeDirectory(
            CALLER,
            new Listing(List.of(member(Sample.WEB, "web-prod", "")), List.of(gone), List.of()));

    assertThat(roster(file(Set.of()), directory).closed()).containsExactly(gone);
    assertThat(roster(file(Set.of(Sample.DATA)), directory).closed()).isEmpty();
    assertThat(roster(file(Set.of(), asReader("named", Sample.DATA, "")), directory).closed())
        .isEmpty();
  }

  @Test
  void readsTheAccountsOfTheOrganizationByIdInItsRole() {
    Roster roster =
        roster(
            file(Set.of()),
            directory(
                List.of(
                    member(Sample.DATA, "data-prod", "Workloads/Data"),
                    member(Sample.WEB, "web-prod", ""))));

    assertThat(roster)
        .isEqualTo(
            new Roster(
                List.of(
                    asReader("web-prod", Sample.WEB, ""),
                    asReader("data-prod", Sample.DATA, "Workloads/Data")),
                List.of(),
                true,
                IgnoreRules.NONE,
                List.of(),
                Optional.of(CALLER),
                Optional.empty(),
                OwnerTags.DEFAULT));
  }

  @Test
  void readsTheCallersOwnAccountWithTheCallersOwnCredentials() {
    assertThat(
            roster(file(Set.of()), directory(List.of(member(Sample.TOOLS, "tools", ""))))
                .accounts())
        .containsExactly(
            new Account(
                "tools",
                Sample.TOOLS,
                Optional.empty(),
                Optional.empty(),
                REGIONS,
                Optional.of("")));
  }

  @Test
  void readsAnAccountThatTheFileNamesAsItSaysThereAndKnowsItsUnit() {
    Account named = Sample.account("the web", Sample.WEB, "us-east-1");

    Roster roster =
        roster(
            file(Set.of(Sample.WEB), named),
            directory(
                List.of(
                    member(Sample.DATA, "data-prod", "Workloads"),
                    member(Sample.WEB, "web-prod", "Workloads/Web"))));

    assertThat(roster.accounts())
        .containsExactly(
            named.in("Workloads/Web"), asReader("data-prod", Sample.DATA, "Workloads"));
  }

  @Test
  void readsAnAccountOutsideTheOrganizationToo() {
    Account outside = Sample.account("outside", new AccountId("999900001111"));

    assertThat(
            roster(file(Set.of(), outside), directory(List.of(member(Sample.WEB, "web-prod", ""))))
                .accounts())
        .containsExactly(outside, asReader("web-prod", Sample.WEB, ""));
  }

  @Test
  void leavesOutWhatIsExcluded() {
    assertThat(
            roster(
                    file(Set.of(Sample.DATA)),
                    directory(
                        List.of(
                            member(Sample.WEB, "web-prod", ""),
                            member(Sample.DATA, "data-prod", ""))))
                .ids())
        .containsExactly(Sample.WEB);
  }

  @Test
  void readsAnAccountThatWasMovedMeanwhileOnce() {
    assertThat(
            roster(
                    file(Set.of()),
                    directory(
                        List.of(
                            member(Sample.WEB, "web-prod", "Old"),
                            member(Sample.WEB, "web-prod", "New"))))
                .accounts())
        .containsExactly(asReader("web-prod", Sample.WEB, "Old"));
  }

  @Test
  void listsAFailureThatRepeatsOnceAndKeepsTheAccountsBesideIt() {
    Roster roster =
        roster(
            file(Set.of()), directory(List.of(member(Sample.WEB, "web-prod", "")), DENIED, DENIED));

    assertThat(roster.ids()).containsExactly(Sample.WEB);
    assertThat(roster.unlisted()).containsExactly(unlisted(DENIED));
  }

  private static PlaceFailure unlisted(Failure failure) {
    return new PlaceFailure(new Place.Organization(), failure);
  }

  @Test
  void assumesTheRoleInEveryAccountAndSaysSoWhereTheCallerIsUnknown() {
    Account named = Sample.account("the web", Sample.WEB);
    Failure nobody = Sample.denied("sts:GetCallerIdentity");

    assertThat(
            roster(
                file(Set.of(), named),
                new FakeDirectory(
                    new Outcome.Failed<>(nobody),
                    new Listing(List.of(member(Sample.TOOLS, "tools", "")), List.of()))))
        .isEqualTo(
            new Roster(
                List.of(named, asReader("tools", Sample.TOOLS, "")),
                List.of(unlisted(nobody)),
                true,
                IgnoreRules.NONE,
                List.of(),
                Optional.of(new Outcome.Failed<>(nobody)),
                Optional.empty(),
                OwnerTags.DEFAULT));
  }

  @Test
  void doesNotTakeAnOrganizationWithoutAccountsForOneInWhichNothingIsEnding() {
    assertThat(roster(file(Set.of()), directory(List.of())).unlisted())
        .containsExactly(
            unlisted(
                new Failure(
                    "organizations:ListAccountsForParent",
                    "NoAccounts",
                    "no open account was found in the organization, or in the units that are named",
                    "check organizationalUnits in the accounts file")));
  }

  @Test
  void asksNoOrganizationWhereTheFileNamesNone() {
    Account named = Sample.account("the web", Sample.WEB);

    assertThat(
            roster(
                new AccountsFile(List.of(named), Optional.empty()),
                new FakeDirectory(
                    new Outcome.Failed<>(DENIED), new Listing(List.of(), List.of(DENIED)))))
        .isEqualTo(new Roster(List.of(named), List.of()));
  }
}
