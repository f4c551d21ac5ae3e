package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.standin.Books;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.standin.Tree;
import dev.riexpiry.standin.Tree.Leaf;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every error of Cost Explorer × both of its operations: beside accounts it takes nothing from
/// them and the mail says what was not compared; alone, what it does not list is unread.
class PayerErrorsTest {
  private static final String PAYER = "111111111111";
  private static final String WEB = "222222222222";
  private static final String RDS = "Amazon Relational Database Service";
  private static final String START = "2025-05-11T08:00:00Z";
  private static final String END = "2026-05-11T07:59:59Z";
  private static final Instant NOW = Instant.parse("2026-05-04T06:00:00Z");
  private static final String NO_DATA = "DataUnavailableException";

  private final List<String> mails = new ArrayList<>();

  static Stream<Arguments> errors() {
    return Stream.of(
            Arguments.of("LimitExceededException", "Rate limit exceeded"),
            Arguments.of(
                NO_DATA,
                "Data is not available. Please try to adjust the time period. If just enabled Cost"
                    + " Explorer, data might not be ingested yet"),
            Arguments.of(NO_DATA, ""),
            Arguments.of(
                "ValidationException",
                "Start date (and hour) should be before end date (and hour)"),
            Arguments.of("ValidationException", "end date past the beginning of next month"),
            Arguments.of(
                "ValidationException",
                "To retrieve data beyond the past 14 months, your start date needs to be the first"
                    + " day of the month."),
            Arguments.of(
                "ValidationException",
                "Values are invalid. The number of values for Service Filter should not exceed 1"),
            Arguments.of(
                "ValidationException", "Granularity is not supported when specifying groupBy"),
            Arguments.of("RequestChangedException", "The request changed between pages."),
            Arguments.of("InvalidNextTokenException", "The pagination token is invalid."),
            Arguments.of("BillExpirationException", "The requested report expired."),
            Arguments.of("AccessDeniedException", "User not enabled for cost explorer access"),
            Arguments.of(
                "AccessDeniedException", "Linked account doesn't have access to cost explorer."))
        .flatMap(error ->
            Stream.of(
                Arguments.of("GetReservationUtilization", error.get()[0], error.get()[1]),
                Arguments.of("GetSavingsPlansUtilizationDetails", error.get()[0], error.get()[1])));
  }

  /// What the payer lists where it does not refuse. It has nothing else where it says that there is
  /// no data, since that would be an answer.
  private static Organization organization(String action, String code, String message) {
    Reservation refusal = Books.refusing(action, code, message);
    return Organization.of(
            code.equals(NO_DATA)
                ? Member.of(PAYER, refusal)
                : Member.of(
                    PAYER,
                    refusal,
                    Books.reservation(RDS, WEB, "web-rds", "db.r6g.large", START, END),
                    Books.plan(PAYER, "payer-plan", START, END)),
            Member.of(
                    WEB,
                    Reservation.rds("us-east-1", "web-rds", "db.r6g.large", 1, START, 31_536_000L))
                .withRegions("us-east-1"))
        .withTree(
            new Tree(
                List.of(),
                List.of(
                    new Leaf(PAYER, "payer", "ACTIVE", "r-ab12"),
                    new Leaf(WEB, "web", "ACTIVE", "r-ab12"))));
  }

  private CheckReport run(Organization organization, Account... accounts) {
    try (StandIn _ = StandIn.start(organization);
        AwsClients clients = QuickClients.create()) {
      return CheckFixture.check(
              new SdkAccess(clients),
              (_, alert) -> {
                mails.add(alert.mail());
                return new Receipt.Result.Sent("m-1");
              },
              Optional.empty(),
              new PayerInquiry(new SdkCostExplorer(clients), () -> NOW))
          .run(
              CheckFixture.request(
                  "2026-05-04",
                  new Roster(
                      List.of(accounts),
                      List.of(),
                      true,
                      IgnoreRules.NONE,
                      List.of(),
                      Optional.empty(),
                      Optional.of(
                          new PayerScope(
                              Optional.empty(),
                              Optional.empty(),
                              Optional.empty(),
                              Service.ALL,
                              Set.of())),
                      OwnerTags.DEFAULT)),
              Stop.onRequest());
    }
  }

  private static String missing(String action) {
    return action.contains("Plans")
        ? "Savings Plans"
        : "EC2, RDS, ElastiCache, OpenSearch, Redshift, MemoryDB";
  }

  @ParameterizedTest
  @MethodSource("errors")
  void takesNothingFromTheAccountsAndTheMailSaysWhatIsMissing(
      String action, String code, String message) {
    CheckReport report =
        run(
            organization(action, code, message),
            new Account(
                "web",
                new AccountId(WEB),
                RemoteRole.parse("ri-expiry-reader"),
                Optional.empty(),
                new RegionChoice.Listed(List.of("us-east-1")),
                Optional.empty()));

    assertThat(report.complete()).isTrue();
    assertThat(report.findings(Expiring.class))
        .extracting(item -> item.commitment().id())
        .contains("web-rds");
    assertThat(report.summary().payer().reconciliation().state())
        .isEqualTo(Reconciliation.State.FAILED);
    assertThat(mails)
        .singleElement()
        .asString()
        .contains("NOT checked against the payer's Cost Explorer, or not in full:")
        .contains(
            "  ce:%s: %s, not listed in full: %s: %s"
                .formatted(action, code, missing(action), message)
                .stripTrailing());
  }

  @ParameterizedTest
  @MethodSource("errors")
  void aloneEachListingThatFailsIsUnread(String action, String code, String message) {
    CheckReport report = run(organization(action, code, message));

    assertThat(report.complete()).isFalse();
    assertThat(report.findings(Unread.class))
        .filteredOn(item -> item.failure().action().equals("ce:" + action))
        .allSatisfy(item -> {
          assertThat(item.failure().code()).isEqualTo(code);
          assertThat(item.failure().remedy()).isNotBlank();
        })
        .extracting(item -> ((Place.Target) item.place()).service().label())
        .containsExactlyInAnyOrder(missing(action).split(", "));
    assertThat(mails).singleElement().asString().contains("ce:" + action + ": " + code);
  }
}
