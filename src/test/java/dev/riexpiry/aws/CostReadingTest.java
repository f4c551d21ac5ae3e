package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.cost.Cost;
import dev.riexpiry.cost.CostDays;
import dev.riexpiry.cost.CostInquiry;
import dev.riexpiry.cost.CostMetric;
import dev.riexpiry.cost.CostReading;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Books;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.standin.Tree;
import dev.riexpiry.standin.Tree.Leaf;
import dev.riexpiry.standin.Tree.Unit;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What accounts cost, from the wire: three days before 4 May 2026.
class CostReadingTest {
  private static final String PAYER = "111111111111";
  private static final String WEB = "222222222222";
  private static final String GONE = "333333333333";
  private static final String EC2 = "Amazon Elastic Compute Cloud - Compute";
  private static final String S3 = "Amazon Simple Storage Service";
  private static final CostDays DAYS = CostDays.before(Instant.parse("2026-05-04T06:00:00Z"), 3);
  private static final String ACTION = "ce:GetCostAndUsage";

  private static final Tree TREE =
      new Tree(
          List.of(
              new Unit("ou-1", "Prod", "r-ab12"),
              new Unit("ou-2", "Web/Shop", "ou-1"),
              new Unit("ou-3", "Old", "r-ab12")),
          List.of(
              new Leaf(PAYER, "payer", "ACTIVE", "r-ab12"),
              new Leaf(WEB, "web of the organization", "ACTIVE", "ou-2"),
              new Leaf("444444444444", "closed", "SUSPENDED", "ou-3")));

  private static Organization books(Reservation... costs) {
    return Organization.of(Member.of(PAYER, costs), Member.of(WEB), Member.of(GONE)).withTree(TREE);
  }

  private static Account account(String id, String name, String role) {
    return new Account(
        name,
        new AccountId(id),
        RemoteRole.parse(role),
        Optional.empty(),
        new RegionChoice.AllEnabled(),
        Optional.empty());
  }

  private static Roster roster(Account... accounts) {
    return new Roster(List.of(accounts), List.of());
  }

  private static Roster payer(Optional<AccountId> id, Account... accounts) {
    return new Roster(
        List.of(accounts),
        List.of(),
        true,
        IgnoreRules.NONE,
        List.of(),
        Optional.empty(),
        Optional.of(
            new PayerScope(
                id,
                id.flatMap(_ -> RemoteRole.parse("ri-expiry-reader")),
                Optional.empty(),
                Service.ALL,
                Set.of())),
        OwnerTags.DEFAULT);
  }

  private static final Roster OWN_PAYER = payer(Optional.empty());

  private static CostReading read(Organization organization, Roster roster, Fault... faults) {
    try (StandIn _ = StandIn.start(organization, faults)) {
      return read(roster, CostMetric.AMORTIZED);
    }
  }

  private static CostReading read(Roster roster, CostMetric metric) {
    try (AwsClients clients = QuickClients.create()) {
      return new CostInquiry(new SdkCostAndUsage(clients))
          .read(roster, DAYS, metric, Stop.onRequest());
    }
  }

  private static List<String> lines(CostReading reading) {
    return reading.costs().stream()
        .map(cost ->
            "%s %s %s %s".formatted(cost.date(), cost.account(), cost.service(), cost.amount()))
        .toList();
  }

  private static Failure only(CostReading reading) {
    assertThat(reading.costs()).isEmpty();
    assertThat(reading.isKnown()).isFalse();
    assertThat(reading.unread()).hasSize(1);
    return reading.unread().getFirst().failure();
  }

  @Test
  void thePayerTellsOfAllAccountsByDayAndService() {
    CostReading reading =
        read(
            books(
                Books.cost("2026-05-01", WEB, EC2, "21.41"),
                Books.cost("2026-05-01", PAYER, S3, "0.0000152588"),
                Books.cost("2026-05-03", WEB, EC2, "1.0E-7"),
                Books.cost("2026-05-03", GONE, EC2, "8.10").with("estimated", "true")),
            OWN_PAYER);
    assertThat(lines(reading))
        .containsExactly(
            "2026-05-01 111111111111 Amazon Simple Storage Service 0.0000152588 USD",
            "2026-05-01 222222222222 Amazon Elastic Compute Cloud - Compute 21.41 USD",
            "2026-05-03 222222222222 Amazon Elastic Compute Cloud - Compute 0.0000001 USD",
            "2026-05-03 333333333333 Amazon Elastic Compute Cloud - Compute 8.10 USD");
    assertThat(reading.unread()).isEmpty();
    assertThat(reading.requests()).isOne();
    assertThat(reading.estimated()).containsExactly(DAYS.to());
    assertThat(reading.costs()).extracting(Cost::estimated).contains(true, false);
  }

  @Test
  void aPageThatEndsInsideADayIsGoneOnWithByTheNext() {
    List<Reservation> costs = new ArrayList<>();
    for (String day : List.of("2026-05-01", "2026-05-02", "2026-05-03")) {
      for (int service = 0; service < 5; service++) {
        costs.add(Books.cost(day, WEB, "service " + service, "1." + service));
      }
    }
    Organization organization = books(costs.toArray(Reservation[]::new)).withPageSize(2);
    CostReading reading = read(organization, OWN_PAYER);
    assertThat(reading.unread()).isEmpty();
    assertThat(reading.costs()).hasSize(15).doesNotHaveDuplicates();
    assertThat(reading.requests()).isEqualTo(8);
  }

  @Test
  void amountsBelowZeroAndOtherCurrenciesStayWhatTheyAre() {
    CostReading reading =
        read(
            books(
                Books.cost("2026-05-01", WEB, "Refund", "-12.50"),
                Books.cost("2026-05-01", WEB, EC2, "7").with("unit", "CNY"),
                Books.cost("2026-05-02", WEB, EC2, "0").with("unit", "N/A")),
            OWN_PAYER);
    assertThat(lines(reading))
        .containsExactly(
            "2026-05-01 222222222222 Amazon Elastic Compute Cloud - Compute 7.00 CNY",
            "2026-05-01 222222222222 Refund -12.50 USD",
            "2026-05-02 222222222222 Amazon Elastic Compute Cloud - Compute 0.00");
  }

  @Test
  void theNameIsThatOfCostExplorerThenOfTheOrganizationThenOfTheFileThenTheId() {
    CostReading reading =
        read(
            books(
                Books.cost("2026-05-01", PAYER, EC2, "1").with("name", "the books' name"),
                Books.cost("2026-05-01", WEB, EC2, "1"),
                Books.cost("2026-05-01", GONE, EC2, "1"),
                Books.cost("2026-05-01", "444444444444", EC2, "1"),
                Books.cost("2026-05-01", "555555555555", EC2, "1")),
            payer(
                Optional.empty(),
                account(PAYER, "file", ""),
                account(WEB, "file", ""),
                account(GONE, "of the file", "")));
    assertThat(reading.costs())
        .extracting(cost -> reading.accounts().of(cost.account()))
        .extracting(label -> label.name(), label -> label.organizationalUnit())
        .containsExactly(
            tuple("the books' name", Optional.of("")),
            tuple("web of the organization", Optional.of("Prod/Web\u2215Shop")),
            tuple("of the file", Optional.empty()),
            tuple("closed", Optional.of("Old")),
            tuple("555555555555", Optional.empty()));
  }

  @Test
  void namesAndUnitsAreAskedForByThePayersRole() {
    Organization organization =
        Organization.of(Member.of(WEB), Member.of(PAYER, Books.cost("2026-05-01", WEB, EC2, "1")))
            .withTree(TREE);
    try (StandIn aws = StandIn.start(organization)) {
      CostReading reading = read(payer(Optional.of(new AccountId(PAYER))), CostMetric.AMORTIZED);
      assertThat(reading.unread()).isEmpty();
      assertThat(reading.accounts().of(new AccountId(WEB)).organizationalUnit())
          .contains("Prod/Web\u2215Shop");
      assertThat(aws.calls())
          .filteredOn(call -> call.service().equals(AwsService.ORGANIZATIONS))
          .isNotEmpty()
          .allSatisfy(call -> assertThat(call.account()).isEqualTo(PAYER));
    }
  }

  @Test
  void whereNamesAndUnitsAreRefusedTheCostsAreThereAndThatIsSaid() {
    CostReading reading =
        read(
            books(Books.cost("2026-05-01", WEB, EC2, "1")),
            OWN_PAYER,
            Fault.of(Fault.Kind.DENIED, AwsService.ORGANIZATIONS).action("ListRoots"));
    assertThat(reading.costs()).hasSize(1);
    assertThat(reading.isKnown()).isTrue();
    assertThat(reading.unread())
        .singleElement()
        .satisfies(item -> {
          assertThat(item.place()).isEqualTo(new Place.Organization());
          assertThat(item.failure().code()).isEqualTo("AccessDeniedException");
        });
  }

  @Test
  void withoutAPayerEachAccountIsAskedByItsRoleForItselfOnly() {
    Organization organization =
        Organization.of(
            Member.of(
                PAYER,
                Books.cost("2026-05-01", PAYER, EC2, "1"),
                Books.cost("2026-05-01", WEB, EC2, "2"),
                Books.cost("2026-05-01", GONE, EC2, "4")),
            Member.of(WEB, Books.cost("2026-05-01", WEB, EC2, "2")),
            Member.of(GONE, Books.cost("2026-05-01", GONE, EC2, "4")));
    CostReading reading =
        read(
            organization,
            roster(
                account(PAYER, "payer", ""),
                account(WEB, "web", "ri-expiry-reader"),
                account(GONE, "gone", "ri-expiry-reader")));
    assertThat(lines(reading))
        .containsExactly(
            "2026-05-01 111111111111 Amazon Elastic Compute Cloud - Compute 1.00 USD",
            "2026-05-01 222222222222 Amazon Elastic Compute Cloud - Compute 2.00 USD",
            "2026-05-01 333333333333 Amazon Elastic Compute Cloud - Compute 4.00 USD");
    assertThat(reading.read()).isEqualTo(3);
    assertThat(reading.requests()).isEqualTo(3);
  }

  @Test
  void ofThreeAccountsOneThatRefusesIsUnreadAndTheOthersAreThere() {
    Organization organization =
        Organization.of(
            Member.of(PAYER, Books.cost("2026-05-01", PAYER, EC2, "1")),
            Member.of(WEB, Books.cost("2026-05-01", WEB, EC2, "2")),
            Member.of(GONE, Books.cost("2026-05-01", GONE, EC2, "4")));
    CostReading reading =
        read(
            organization,
            roster(
                account(PAYER, "payer", ""),
                account(WEB, "web", "ri-expiry-reader"),
                account(GONE, "gone", "no-such-role")),
            Fault.of(Fault.Kind.DENIED, AwsService.COST_EXPLORER).account(WEB));
    assertThat(reading.costs()).extracting(Cost::account).containsExactly(new AccountId(PAYER));
    assertThat(reading.read()).isOne();
    assertThat(reading.unread())
        .extracting(PlaceFailure::place, item -> item.failure().action())
        .containsExactly(
            tuple(new Place.Account(new AccountId(WEB)), ACTION),
            tuple(new Place.Account(new AccountId(GONE)), "sts:AssumeRole"));
    assertThat(reading.unread().getFirst().failure().remedy())
        .contains("allow ce:GetCostAndUsage", "ReadCosts = yes");
  }

  @ParameterizedTest
  @CsvSource({
    "AccessDeniedException, User not enabled for cost explorer access, switch Cost Explorer on",
    "AccessDeniedException, Linked account doesn't have access to cost explorer., name the management account as payer",
    "DataUnavailableException, Data is not available., ask again then",
    "ValidationException, 'To retrieve data beyond the past 14 months, your start date needs to be the first day of the month.', ask for fewer days",
    "BillExpirationException, The requested report expired, run the check again",
  })
  void whatCostExplorerRefusesIsUnreadWithItsRemedy(String code, String message, String remedy) {
    Failure failure =
        only(read(books(Books.refusing("GetCostAndUsage", code, message)), OWN_PAYER));
    assertThat(failure.action()).isEqualTo(ACTION);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.remedy()).contains(remedy);
  }

  @Test
  void anAccountThatSeesItselfOnlyIsNotTakenForThePayer() {
    Organization organization =
        Organization.of(Member.of(WEB, Books.cost("2026-05-01", WEB, EC2, "1")), Member.of(PAYER))
            .withTree(TREE);
    assertThat(only(read(organization, OWN_PAYER)).code()).isEqualTo(Failure.NOT_THE_PAYER);
  }

  @Test
  void aPageTokenThatComesAgainMakesItUnread() {
    Failure failure =
        only(
            read(
                books(), OWN_PAYER, Fault.of(Fault.Kind.REPEATED_TOKEN, AwsService.COST_EXPLORER)));
    assertThat(failure.code()).isEqualTo("EndlessListing");
  }

  @Test
  void whatWasReadBeforeAPageThatFailsIsNotTakenForAll() {
    Failure failure =
        only(
            read(
                books(
                        Books.cost("2026-05-01", WEB, EC2, "1"),
                        Books.cost("2026-05-02", WEB, EC2, "1"))
                    .withPageSize(1),
                OWN_PAYER,
                Fault.of(Fault.Kind.DENIED, AwsService.COST_EXPLORER).after(1)));
    assertThat(failure.code()).isEqualTo("AccessDeniedException");
  }

  @Test
  void beingAskedTooFastIsTriedAgain() {
    CostReading reading =
        read(
            books(Books.cost("2026-05-01", WEB, EC2, "1")),
            OWN_PAYER,
            Fault.of(Fault.Kind.THROTTLED, AwsService.COST_EXPLORER).times(2));
    assertThat(reading.unread()).isEmpty();
    assertThat(reading.costs()).hasSize(1);
    assertThat(reading.requests()).isOne();
  }

  @Test
  void anAnswerThatIsCutOffOrEmptyIsUnread() {
    for (Fault.Kind kind : List.of(Fault.Kind.EMPTY, Fault.Kind.CUT_OFF)) {
      assertThat(
              only(read(
                      books(Books.cost("2026-05-01", WEB, EC2, "1")),
                      OWN_PAYER,
                      Fault.of(kind, AwsService.COST_EXPLORER)))
                  .action())
          .isEqualTo(ACTION);
    }
  }

  @Test
  void aSourceThatNeverAnswersIsUnread() {
    try (StandIn _ =
            StandIn.start(
                books(Books.cost("2026-05-01", WEB, EC2, "1")),
                Fault.of(Fault.Kind.SILENCE, AwsService.COST_EXPLORER));
        AwsClients clients = QuickClients.impatient(Duration.ofMillis(300))) {
      CostReading reading =
          new CostInquiry(new SdkCostAndUsage(clients))
              .read(OWN_PAYER, DAYS, CostMetric.AMORTIZED, Stop.onRequest());
      assertThat(only(reading).code()).isEqualTo(Failure.TIMEOUT);
    }
  }

  @Test
  void whatTheTimeDoesNotReachIsUnread() {
    try (StandIn _ = StandIn.start(books());
        AwsClients clients = QuickClients.create()) {
      CostReading reading =
          new CostInquiry(new SdkCostAndUsage(clients))
              .read(
                  roster(account(PAYER, "payer", ""), account(WEB, "web", "ri-expiry-reader")),
                  DAYS,
                  CostMetric.AMORTIZED,
                  Stop.after(Duration.ZERO));
      assertThat(reading.unread())
          .hasSize(2)
          .extracting(item -> item.failure().code())
          .containsOnly(Failure.DEADLINE_EXCEEDED);
    }
  }

  @Test
  void theRequestIsForWholeDaysByAccountAndServiceAndTheMetricThatWasChosen() {
    try (StandIn aws = StandIn.start(books())) {
      read(OWN_PAYER, CostMetric.NET_AMORTIZED);
      assertThat(aws.calls("GetCostAndUsage"))
          .singleElement()
          .satisfies(call ->
              assertThat(call.body())
                  .contains(
                      "\"TimePeriod\":{\"Start\":\"2026-05-01\",\"End\":\"2026-05-04\"}",
                      "\"Granularity\":\"DAILY\"",
                      "\"Metrics\":[\"NetAmortizedCost\"]",
                      "\"GroupBy\":[{\"Type\":\"DIMENSION\",\"Key\":\"LINKED_ACCOUNT\"},{\"Type\":\"DIMENSION\",\"Key\":\"SERVICE\"}]"));
    }
  }

  @Test
  void anAmountOfNoSenseOrAGroupThatIsListedTwiceMakesItUnread() {
    for (Reservation odd :
        List.of(
            Books.cost("2026-05-01", WEB, EC2, "1e999999999"),
            Books.cost("2026-05-01", WEB, EC2, "twelve"),
            Books.cost("2026-05-01", "NoLinkedAccount", EC2, "1"),
            Books.cost("2026-05-01", WEB, S3, "1"))) {
      assertThat(only(read(books(odd, Books.cost("2026-05-01", WEB, S3, "1")), OWN_PAYER)).code())
          .isEqualTo(Failure.UNUSABLE_ANSWER);
    }
  }

  @Test
  void aThousandAccountsAreOneListingOfThePayer() {
    Reservation[] costs =
        IntStream.range(0, 1_000)
            .boxed()
            .flatMap(account ->
                Stream.of("2026-05-01", "2026-05-02", "2026-05-03")
                    .map(day ->
                        Books.cost(
                            day, "%012d".formatted(700_000_000_000L + account), EC2, "1.01")))
            .toArray(Reservation[]::new);
    CostReading reading = read(books(costs), OWN_PAYER);
    assertThat(reading.costs()).hasSize(3_000);
    assertThat(reading.unread()).isEmpty();
    assertThat(reading.requests()).isEqualTo(6);
  }

  @Test
  void ofTheFirstOfAMonthTheDaysAreThoseOfTheMonthBefore() {
    CostDays days = CostDays.before(Instant.parse("2026-03-01T00:00:00Z"), CostDays.USUAL);
    assertThat(days.all()).hasSize(14).endsWith(days.to());
    assertThat(days.from()).isEqualTo("2026-02-15");
    assertThat(days.to()).isEqualTo("2026-02-28");
    assertThat(days.after()).isEqualTo("2026-03-01");
  }
}
