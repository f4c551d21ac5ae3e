package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.standin.Tree;
import dev.riexpiry.standin.Tree.Leaf;
import dev.riexpiry.standin.Tree.Unit;
import dev.riexpiry.sweep.ClosedAccount;
import dev.riexpiry.sweep.Directory.Listing;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Stop;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.regions.Region;

class OrganizationDirectoryTest {
  private static final int UNITS = 2_000;
  private static final String ROOT = "r-ab12";
  private static final String PROD = "ou-ab12-prod0000";
  private static final String DATA = "ou-ab12-data0000";

  private static final Tree TREE =
      new Tree(
          List.of(
              new Unit(PROD, "Production", ROOT),
              new Unit(DATA, "Data & Analytics", PROD),
              new Unit("ou-ab12-sand0000", "Sandbox", ROOT)),
          List.of(
              new Leaf("111111111111", "payer", "ACTIVE", ROOT),
              new Leaf("222222222222", "web-1", "ACTIVE", PROD),
              new Leaf("333333333333", "web-2", "ACTIVE", PROD),
              new Leaf("444444444444", "web-3", "ACTIVE", PROD),
              new Leaf("555555555555", "lake", "ACTIVE", DATA),
              new Leaf("666666666666", "leaving", "PENDING_CLOSURE", PROD),
              new Leaf("777777777777", "gone", "SUSPENDED", "ou-ab12-sand0000")));

  private static final Organization ORGANIZATION =
      Organization.of(Member.of("111111111111")).withTree(TREE);

  private static Listing list(StandIn aws, String... units) {
    assertThat(aws.calls()).isEmpty();
    try (AwsClients clients = QuickClients.in(Region.US_EAST_1)) {
      return new OrganizationDirectory(clients).list(List.of(units), Stop.onRequest());
    }
  }

  private static Listing.Member member(String id, String name, String unit, String... units) {
    return new Listing.Member(
        new AccountId(id), name, unit, List.of(units), Optional.of(new AccountId("111111111111")));
  }

  private static ClosedAccount closed(String id, String name, String state, String unit) {
    return new ClosedAccount(new AccountId(id), name, state, Optional.of(unit));
  }

  @Test
  void listsOpenAndClosedAccountsOfEveryUnitThroughPagesThatMayBeEmpty() {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      assertThat(list(aws))
          .isEqualTo(
              new Listing(
                  List.of(
                      member("111111111111", "payer", ""),
                      member("222222222222", "web-1", "Production", PROD),
                      member("333333333333", "web-2", "Production", PROD),
                      member("444444444444", "web-3", "Production", PROD),
                      member("555555555555", "lake", "Production/Data & Analytics", PROD, DATA)),
                  List.of(
                      closed("666666666666", "leaving", "PENDING_CLOSURE", "Production"),
                      closed("777777777777", "gone", "SUSPENDED", "Sandbox")),
                  List.of()));
      assertThat(aws.calls("ListAccountsForParent"))
          .filteredOn(call -> PROD.equals(call.parameters().get("ParentId")))
          .extracting(call -> call.parameters().getOrDefault("NextToken", "-"))
          .containsExactly("-", "0", "2");
    }
  }

  @Test
  void listsAUnitWithEverythingBelowItAndKnowsWhereItStands() {
    try (StandIn aws = StandIn.start(ORGANIZATION)) {
      assertThat(list(aws, DATA).members())
          .containsExactly(
              member("555555555555", "lake", "Production/Data & Analytics", PROD, DATA));
      assertThat(aws.calls("ListRoots")).isEmpty();
    }
  }

  @Test
  void readsAUnitWhoseNameItMayNotAsk() {
    Fault refused =
        Fault.of(Fault.Kind.DENIED, AwsService.ORGANIZATIONS).action("DescribeOrganizationalUnit");
    try (StandIn aws = StandIn.start(ORGANIZATION, refused)) {
      assertThat(list(aws, DATA))
          .isEqualTo(new Listing(List.of(member("555555555555", "lake", DATA, DATA)), List.of()));
    }
  }

  @Test
  void keepsTheOtherBranchesWhenOneIsRefused() {
    Fault refused =
        Fault.of(Fault.Kind.DENIED, AwsService.ORGANIZATIONS)
            .action("ListAccountsForParent")
            .after(2)
            .times(1);
    try (StandIn aws = StandIn.start(ORGANIZATION, refused)) {
      Listing listing = list(aws);

      assertThat(listing.members()).isNotEmpty();
      assertThat(listing.failures())
          .extracting(Failure::action, Failure::code)
          .containsExactly(tuple("organizations:ListAccountsForParent", "AccessDeniedException"));
    }
  }

  @Test
  void saysSoWhenTheCallerMayNotListTheOrganization() {
    Fault refused = Fault.of(Fault.Kind.DENIED, AwsService.ORGANIZATIONS);
    try (StandIn aws = StandIn.start(ORGANIZATION, refused)) {
      Listing listing = list(aws);

      assertThat(listing.members()).isEmpty();
      assertThat(listing.failures())
          .extracting(Failure::action)
          .containsExactly("organizations:ListRoots");
    }
  }

  @Test
  @Timeout(120)
  void walksAUnitThatIsBelowItselfOnce() {
    Tree circular =
        new Tree(
            List.of(new Unit(PROD, "Production", ROOT), new Unit(PROD, "Production", PROD)),
            List.of(new Leaf("222222222222", "web-1", "ACTIVE", PROD)));
    try (StandIn aws = StandIn.start(ORGANIZATION.withTree(circular))) {
      Listing listing = list(aws);

      assertThat(listing.members())
          .containsExactly(member("222222222222", "web-1", "Production", PROD));
      assertThat(listing.failures()).isEmpty();
    }
  }

  @Test
  @Timeout(120)
  void endsWhereUnitsNestDeeperThanAwsLetsThem() {
    List<Unit> chain =
        IntStream.range(0, 30)
            .mapToObj(i -> new Unit("ou-" + i, "u" + i, i == 0 ? ROOT : "ou-" + (i - 1)))
            .toList();
    Tree deep =
        new Tree(
            chain,
            List.of(
                new Leaf("222222222222", "web-1", "ACTIVE", "ou-0"),
                new Leaf("333333333333", "web-2", "ACTIVE", "ou-29")));
    try (StandIn aws = StandIn.start(ORGANIZATION.withTree(deep))) {
      Listing listing = list(aws);

      assertThat(listing.members()).extracting(Listing.Member::name).containsExactly("web-1");
      assertThat(listing.failures()).extracting(Failure::code).containsExactly("EndlessListing");
    }
  }

  @Test
  @Timeout(120)
  void keepsTheAccountsOfAListingThatRepeatsItsPages() {
    Fault repeated =
        Fault.of(Fault.Kind.REPEATED_TOKEN, AwsService.ORGANIZATIONS)
            .action("ListOrganizationalUnitsForParent");
    try (StandIn aws = StandIn.start(ORGANIZATION, repeated)) {
      Listing listing = list(aws);

      assertThat(listing.members()).extracting(Listing.Member::name).containsExactly("payer");
      assertThat(listing.failures())
          .extracting(Failure::action, Failure::code)
          .containsExactly(
              tuple("organizations:ListOrganizationalUnitsForParent", "EndlessListing"));
    }
  }

  @Test
  void isThrottledAndTriesAgain() {
    Fault throttled = Fault.of(Fault.Kind.THROTTLED, AwsService.ORGANIZATIONS).times(2);
    try (StandIn aws = StandIn.start(ORGANIZATION, throttled)) {
      assertThat(list(aws).members()).hasSize(5);
    }
  }

  @Test
  void knowsTheCallersOwnAccount() {
    try (StandIn aws = StandIn.start(ORGANIZATION);
        AwsClients clients = QuickClients.in(Region.US_EAST_1)) {
      assertThat(new OrganizationDirectory(clients).caller())
          .isEqualTo(
              new Outcome.Found<>(
                  new Identity(
                      new AccountId("111111111111"), "arn:aws:iam::111111111111:user/stand-in")));
      assertThat(aws.calls()).extracting(Call::action).containsExactly("GetCallerIdentity");
    }
  }

  @Test
  @Timeout(300)
  void readsTwoThousandUnitsWithTwoListingsEachAndNoPageTwice() {
    try (StandIn aws = StandIn.start(ORGANIZATION.withTree(large()))) {
      Listing listing = list(aws);

      assertThat(listing.failures()).isEmpty();
      assertThat(listing.members()).hasSize(UNITS / 10);
      assertThat(listing.members().getLast().organizationalUnit()).isEqualTo("u19/u199/u1999");
      for (String action : List.of("ListAccountsForParent", "ListOrganizationalUnitsForParent")) {
        List<Map<String, String>> asked = aws.calls(action).stream().map(Call::parameters).toList();
        assertThat(asked.stream().filter(page -> !page.containsKey("NextToken")).count())
            .isEqualTo(UNITS + 1);
        assertThat(new HashSet<>(asked)).hasSameSizeAs(asked);
      }
    }
  }

  @Test
  @Timeout(300)
  void losesNothingWhenThrottledInTheMiddleForLongerThanTheSdkTries() {
    Fault throttled =
        Fault.of(Fault.Kind.THROTTLED, AwsService.ORGANIZATIONS).after(1_000).times(24);
    Listing calm;
    try (StandIn aws = StandIn.start(ORGANIZATION.withTree(large()))) {
      calm = list(aws);
    }
    try (StandIn aws = StandIn.start(ORGANIZATION.withTree(large()), throttled)) {
      assertThat(list(aws)).isEqualTo(calm);
    }
  }

  @Test
  @Timeout(300)
  void losesOnlyWhatIsBelowTheUnitThatIsRefused() {
    Fault refused =
        Fault.of(Fault.Kind.DENIED, AwsService.ORGANIZATIONS)
            .action("ListOrganizationalUnitsForParent")
            .after(500)
            .times(1);
    try (StandIn aws = StandIn.start(ORGANIZATION.withTree(large()), refused)) {
      Listing listing = list(aws);

      assertThat(listing.failures())
          .extracting(Failure::action, Failure::code)
          .containsExactly(
              tuple("organizations:ListOrganizationalUnitsForParent", "AccessDeniedException"));
      assertThat(listing.members()).hasSizeBetween(UNITS / 10 - 12, UNITS / 10);
    }
  }

  /// 20 units below the root, ten below each of the others until there are 2,000, and an account in
  /// every tenth.
  private static Tree large() {
    return new Tree(
        IntStream.range(0, UNITS)
            .mapToObj(i -> new Unit("ou-ab12-" + i, "u" + i, i < 20 ? ROOT : "ou-ab12-" + i / 10))
            .toList(),
        IntStream.range(0, UNITS)
            .filter(i -> i % 10 == 9)
            .mapToObj(
                i -> new Leaf("%012d".formatted(100_000 + i), "a" + i, "ACTIVE", "ou-ab12-" + i))
            .toList());
  }
}
