package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.account.PayerScope;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Usage;
import dev.riexpiry.finding.Worth;
import dev.riexpiry.payer.PayerCommitment;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.payer.PayerListing;
import dev.riexpiry.payer.PayerReading;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Books;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.standin.Tree;
import dev.riexpiry.standin.Tree.Leaf;
import dev.riexpiry.sweep.Stop;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostExplorerReadingTest {
  private static final String PAYER = "111111111111";
  private static final String MEMBER = "222222222222";
  private static final Instant NOW = Instant.parse("2024-03-02T06:00:00Z");
  private static final String RDS = "Amazon Relational Database Service";
  private static final String EC2 = "Amazon Elastic Compute Cloud - Compute";
  private static final String START = "2025-05-11T08:00:00.000Z";
  private static final String END = "2026-05-11T07:59:59.000Z";
  private static final Tree TREE =
      new Tree(
          List.of(),
          List.of(
              new Leaf(PAYER, "payer", "ACTIVE", "r-ab12"),
              new Leaf(MEMBER, "member", "ACTIVE", "r-ab12")));

  private static final PayerScope OWN = scope(Optional.empty(), Optional.empty(), Service.ALL);

  private static PayerScope scope(
      Optional<AccountId> id, Optional<RemoteRole> role, List<Service> services) {
    return new PayerScope(id, role, Optional.empty(), services, Set.of());
  }

  private static Organization holding(Reservation... books) {
    return Organization.of(Member.of(PAYER, books), Member.of(MEMBER)).withTree(TREE);
  }

  private static PayerReading read(Organization organization, PayerScope payer, Fault... faults) {
    try (StandIn _ = StandIn.start(organization, faults)) {
      return read(payer);
    }
  }

  private static PayerReading read(PayerScope payer) {
    try (AwsClients clients = QuickClients.create()) {
      return new PayerInquiry(new SdkCostExplorer(clients), () -> NOW)
          .read(payer, Optional.empty(), Stop.onRequest());
    }
  }

  private static PayerCommitment only(PayerReading reading) {
    assertThat(reading.failures()).isEmpty();
    return reading.commitments().findFirst().orElseThrow();
  }

  private static Optional<BigDecimal> some(String number) {
    return Optional.of(new BigDecimal(number));
  }

  @Test
  void readsARecordedReservationToTheCent() {
    PayerReading reading =
        read(
            holding(Books.recorded("awssamples__GetReservationUtilization_rds_grouped.json", "")),
            scope(Optional.empty(), Optional.empty(), List.of(Service.RDS)));

    assertThat(reading.commitments())
        .extracting(item -> item.commitment().id())
        .containsExactly(
            "ri-2023-12-06-18-50-03-477",
            "ri-2023-12-06-18-50-52-761",
            "ri-2023-12-06-18-51-29-735");
    PayerCommitment partial = reading.commitments().toList().get(1);
    Commitment commitment = partial.commitment();
    assertThat(commitment.accountId()).isEqualTo(new AccountId("789456123012"));
    assertThat(commitment.region()).isEqualTo("us-west-2");
    assertThat(commitment.start()).isEqualTo("2023-12-06T18:50:54Z");
    assertThat(commitment.end()).isEqualTo("2024-12-05T18:50:53Z");
    assertThat(commitment.state().live()).isTrue();
    assertThat(commitment.description()).isEqualTo("1 × db.t3.micro, PostgreSQL, Partial Upfront");
    assertThat(commitment.label().arn())
        .contains("arn:aws:rds:us-west-2:789456123012:ri:ri-2023-12-06-18-50-52-761");
    assertThat(partial.account().name()).isEqualTo("payer");
    assertThat(partial.usage())
        .contains(
            new Usage(
                LocalDate.parse("2024-01-30"),
                LocalDate.parse("2024-02-28"),
                new BigDecimal("100"),
                some("696"),
                some("0")));
    // Of 696 hours: 8.60561096 of cost (4.3152 of it recurring), 12.528 on demand, 3.92238904 of
    // savings.
    assertThat(partial.worth())
        .isEqualTo(
            new Worth(
                Optional.of("USD"),
                some("9.03"),
                some("13.14"),
                some("4.11"),
                some("68.69"),
                some("4.53")));
    assertThat(reading.commitments().findFirst().orElseThrow().worth().breakEvenPercent())
        .contains(new BigDecimal("67.22"));
  }

  @Test
  void readsRecordedPlansToTheCent() {
    PayerReading reading =
        read(
            holding(Books.recorded("awssamples__GetSavingsPlansUtilizationDetails.json", "")),
            scope(Optional.empty(), Optional.empty(), List.of(Service.SAVINGS_PLANS)));

    List<PayerCommitment> plans = reading.commitments().toList();
    assertThat(plans)
        .extracting(item -> item.commitment().id(), item -> item.commitment().covered())
        .containsExactly(
            tuple("53e79e9c-5a3b-40ea-8096-f6876496613a", compute("0.01")),
            tuple("8879e313-a9fa-4f68-b364-1d582619fba2", compute("0.01")),
            tuple("e58e258d-e374-4468-becf-69ceee7fd3fc", compute("0.01")),
            tuple(
                "67e19d7f-3dd7-4652-861b-a7fb6dd11892",
                new Covered.Spend(
                    "EC2Instance",
                    Optional.of(usd("0.001")),
                    Optional.of("t3a"),
                    new Scope.Region("us-west-2"))));
    assertThat(plans.getFirst().commitment().end()).isEqualTo("2024-12-05T18:24:56Z");
    assertThat(plans.getFirst().commitment().hourlyPrice()).contains(usd("0.01"));
    // Of 696 hours: 6.96 of cost (3.46411032 of it recurring), 10.1464834368 on demand,
    // 3.1864834368 of savings.
    assertThat(plans.getFirst().worth())
        .isEqualTo(
            new Worth(
                Optional.of("USD"),
                some("7.30"),
                some("10.64"),
                some("3.34"),
                Optional.empty(),
                some("3.63")));
    assertThat(plans.getFirst().usage().orElseThrow().unusedHours()).isEmpty();
  }

  private static Covered compute(String hourly) {
    return new Covered.Spend(
        "Compute", Optional.of(usd(hourly)), Optional.empty(), new Scope.Global());
  }

  private static Money usd(String amount) {
    return new Money(new BigDecimal(amount), Optional.of("USD"));
  }

  @Test
  void readsTheOtherCaseNullsNumbersAndANamelessAttribute() {
    PayerReading reading =
        read(
            holding(Books.recorded("awsdocs__GetReservationUtilization_grouped.json", EC2)),
            scope(Optional.empty(), Optional.empty(), List.of(Service.EC2)));

    assertThat(reading.failures()).isEmpty();
    assertThat(reading.commitments())
        .extracting(
            item -> item.commitment().id(),
            item -> item.named(),
            item -> item.commitment().accountId().value(),
            item -> item.commitment().description(),
            item -> item.usage().orElseThrow().percent().intValueExact(),
            item -> item.worth().monthlyAtStake())
        .containsExactly(
            tuple(
                "359809062",
                false,
                "000123456789",
                "1 × t2.nano, Linux/UNIX, All Upfront, convertible",
                100,
                Optional.empty()),
            tuple(
                "359809070",
                false,
                "000123456789",
                "1 × t2.nano, Linux/UNIX, All Upfront, standard, us-east-1d",
                100,
                Optional.empty()),
            tuple(
                "353571154",
                false,
                "000123456789",
                "1 × t2.nano, Linux/UNIX, Partial Upfront, standard, us-west-2a",
                0,
                Optional.empty()));
  }

  @Test
  void asksEachServiceOnceForThirtyDaysThatEndTwoDaysAgoAndCountsThePages() {
    try (StandIn standIn =
        StandIn.start(
            holding(
                Books.plan(PAYER, "plan", START, END),
                Books.reservation(EC2, MEMBER, "r-1", "m5.large", START, END)))) {
      PayerReading reading = read(OWN);

      assertThat(reading.requests()).isEqualTo(9);
      assertThat(reading.failures()).isEmpty();
      assertThat(reading.read()).containsExactlyElementsOf(PayerScope.LISTED);
      assertThat(reading.caller().orElseThrow().account()).isEqualTo(new AccountId(PAYER));
      assertThat(standIn.calls("GetReservationUtilization"))
          .hasSize(8)
          .extracting(Call::body)
          .allMatch(body -> body.contains("{\"Start\":\"2024-01-30\",\"End\":\"2024-02-29\"}"))
          .allMatch(body -> body.contains("SUBSCRIPTION_ID"))
          .noneMatch(body -> body.contains("Granularity"));
      assertThat(standIn.calls("GetSavingsPlansUtilizationDetails")).hasSize(1);
    }
  }

  @Test
  void readsAllPagesOfBothListings() {
    Reservation[] books =
        IntStream.range(0, 7)
            .boxed()
            .flatMap(i ->
                List.of(
                    Books.reservation(RDS, MEMBER, "r-" + i, "db.t3.micro", START, END),
                    Books.plan(PAYER, "plan-" + i, START, END))
                    .stream())
            .toArray(Reservation[]::new);

    PayerReading reading = read(holding(books).withPageSize(3), OWN);

    assertThat(reading.commitments()).hasSize(14);
    assertThat(reading.requests()).isEqualTo(13);
  }

  @Test
  void assumesThePayersRole() {
    PayerReading reading =
        read(
            Organization.of(
                    Member.of(MEMBER), Member.of(PAYER, Books.plan(PAYER, "plan", START, END)))
                .withTree(TREE),
            scope(
                Optional.of(new AccountId(PAYER)),
                RemoteRole.parse("ri-expiry-reader"),
                List.of(Service.SAVINGS_PLANS)));

    assertThat(only(reading).commitment().id()).isEqualTo("plan");
    assertThat(reading.payer()).contains(new AccountId(PAYER));
  }

  @Test
  void aMemberIsNotThePayer() {
    PayerReading reading =
        read(
            Organization.of(
                    Member.of(MEMBER, Books.plan(MEMBER, "plan", START, END)), Member.of(PAYER))
                .withTree(TREE),
            OWN);

    assertThat(reading.commitments()).isEmpty();
    assertThat(reading.requests()).isZero();
    assertThat(reading.refusal().orElseThrow().code()).isEqualTo("NotThePayer");
    assertThat(reading.refusal().orElseThrow().message())
        .isEqualTo(
            "sees account 222222222222 only: the organization's management account is 111111111111");
  }

  @Test
  void anAccountInNoOrganizationPaysForItself() {
    PayerReading reading =
        read(
            Organization.of(Member.of(MEMBER, Books.plan(MEMBER, "plan", START, END))),
            scope(Optional.empty(), Optional.empty(), List.of(Service.SAVINGS_PLANS)));

    assertThat(only(reading).commitment().id()).isEqualTo("plan");
  }

  @Test
  void theCallersOwnCredentialsAreThoseOfTheAccountThatIsNamed() {
    PayerReading reading =
        read(
            holding(Books.plan(PAYER, "plan", START, END)),
            scope(Optional.of(new AccountId(MEMBER)), Optional.empty(), Service.ALL));

    assertThat(reading.refusal().orElseThrow().code()).isEqualTo(Failure.WRONG_ACCOUNT);
    assertThat(reading.payer()).contains(new AccountId(MEMBER));
  }

  @Test
  void noPlanIsConcludedOnlyWhereAnotherListingHoldsSomething() {
    PayerReading nothing = read(holding(), OWN);
    PayerReading something =
        read(holding(Books.reservation(RDS, MEMBER, "r-1", "db.t3.micro", START, END)), OWN);

    assertThat(nothing.listings())
        .filteredOn(listing -> !listing.failures().isEmpty())
        .extracting(PayerListing::service)
        .containsExactly(Service.SAVINGS_PLANS);
    assertThat(nothing.failures().map(Failure::remedy))
        .allMatch(remedy -> remedy.startsWith("Cost Explorer has no data of these days"));
    assertThat(something.failures()).isEmpty();
  }

  @Test
  void whatThrottlesIsAskedAgain() {
    PayerReading reading =
        read(
            holding(Books.plan(PAYER, "plan", START, END)),
            scope(Optional.empty(), Optional.empty(), List.of(Service.SAVINGS_PLANS)),
            Fault.of(Fault.Kind.THROTTLED, AwsService.COST_EXPLORER).times(3));

    assertThat(only(reading).commitment().id()).isEqualTo("plan");
    assertThat(reading.requests()).isEqualTo(1);
  }

  @Test
  void whatIsListedUnderBothNamesOfAServiceIsThereOnce() {
    String now = "Amazon OpenSearch Service";
    String before = "Amazon Elasticsearch Service";
    String type = "m4.large.elasticsearch";

    PayerReading reading =
        read(
            holding(
                Books.reservation(now, MEMBER, "r-1", type, START, END),
                Books.reservation(before, MEMBER, "r-1", type, START, END)),
            scope(Optional.empty(), Optional.empty(), List.of(Service.OPENSEARCH)));

    assertThat(reading.commitments()).hasSize(1);
    assertThat(reading.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LimitExceededException | Rate limit exceeded | Cost Explorer was asked too fast",
        "DataUnavailableException | Data is not available. Please try to adjust the time period. | Cost Explorer has no data of these days",
        "ValidationException | Start date (and hour) should be before end date (and hour) | see the message",
        "RequestChangedException | Your request parameters changed between pages. | the data changed while it was listed",
        "InvalidNextTokenException | The pagination token is invalid. | the data changed while it was listed",
        "BillExpirationException | The requested report expired. | the data changed while it was listed",
        "AccessDeniedException | User not enabled for cost explorer access | switch Cost Explorer on",
        "AccessDeniedException | Linked account doesn't have access to cost explorer. | name the management account as payer",
        "AccessDeniedException | User is not authorized to perform: ce:GetReservationUtilization | allow ce:",
      })
  void everyRefusalIsToldWithItsRemedy(String code, String message, String remedy) {
    for (String action :
        List.of("GetReservationUtilization", "GetSavingsPlansUtilizationDetails")) {
      Service service = action.contains("Plans") ? Service.SAVINGS_PLANS : Service.RDS;

      PayerReading reading =
          read(
              holding(
                  Books.reservation(RDS, MEMBER, "r-1", "db.t3.micro", START, END),
                  Books.plan(PAYER, "plan", START, END),
                  Books.refusing(action, code, message)),
              scope(Optional.empty(), Optional.empty(), List.of(service)));

      assertThat(reading.failures())
          .as(action)
          .singleElement()
          .satisfies(failure -> {
            assertThat(failure.action()).isEqualTo("ce:" + action);
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.remedy()).startsWith(remedy);
          });
    }
  }
}
