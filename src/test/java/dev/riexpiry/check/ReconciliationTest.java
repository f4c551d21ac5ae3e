package dev.riexpiry.check;

import static dev.riexpiry.payer.FakeCostExplorer.reservation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Difference;
import dev.riexpiry.finding.Difference.Reason;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.Reconciliation;
import dev.riexpiry.finding.Source;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.payer.FakeCostExplorer;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.ClosedAccount;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final String TODAY = "2026-05-04";
  private static final Instant NOW = Instant.parse(TODAY + "T06:00:00Z");
  private static final String START = "2025-05-11T08:00:00Z";
  private static final String END = "2026-05-11T07:59:59Z";
  private static final AccountId GONE = new AccountId("666666666666");
  private static final AccountId STRANGER = new AccountId("777777777777");
  private static final Failure DENIED =
      new Failure("sts:AssumeRole", "AccessDenied", "no", "mend the role");

  private final FakeAws aws = new FakeAws();
  private final FakeCostExplorer explorer = new FakeCostExplorer(Sample.TOOLS);
  private final List<String> mails = new ArrayList<>();

  private static Account account(String name, AccountId id) {
    return new Account(
        name,
        id,
        RemoteRole.parse("reader"),
        Optional.empty(),
        new RegionChoice.Listed(List.of("us-east-1")),
        List.of(Service.EC2, Service.SAVINGS_PLANS),
        Optional.empty(),
        Optional.empty());
  }

  private static Roster roster() {
    return roster(account("web", Sample.WEB), account("data", Sample.DATA));
  }

  private static Roster roster(Account... accounts) {
    return new Roster(
        List.of(accounts),
        List.of(),
        true,
        IgnoreRules.NONE,
        List.of(new ClosedAccount(GONE, "gone", "SUSPENDED")),
        Optional.empty(),
        Optional.of(
            new PayerScope(
                Optional.empty(), Optional.empty(), Optional.empty(), Service.ALL, Set.of())),
        OwnerTags.DEFAULT);
  }

  private CheckReport run() {
    return run(roster());
  }

  private CheckReport run(Roster roster) {
    return CheckFixture.check(
            aws,
            (_, alert) -> {
              mails.add(alert.mail());
              return new Receipt.Result.Sent("m-1");
            },
            Optional.of(CheckFixture.keeping(new FakeLedger(), 1)),
            new PayerInquiry(explorer, () -> NOW))
        .run(CheckFixture.request(TODAY, roster), Stop.onRequest());
  }

  private void web(Commitment... commitments) {
    aws.answers(
        Sample.WEB, "us-east-1", Service.EC2, new Reading(List.of(commitments), List.of(), false));
  }

  /// The listing of the payer for what [Sample] has: four instances.
  private void payer(AccountId owner, String id, String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "numberOfInstances";
    all[1] = "4";
    System.arraycopy(more, 0, all, 2, more.length);
    explorer.lists(Service.EC2, reservation(owner, id, START, END, all));
  }

  private static Commitment ec2(String id) {
    return Sample.ec2(Sample.WEB, id, END);
  }

  private static Reconciliation reconciliation(CheckReport report) {
    return report.summary().payer().reconciliation();
  }

  @Test
  void whatBothListIsToldOnceWithTheAccountsDatesAndThePayersMoney() {
    web(ec2("r-1"));
    payer(Sample.WEB, "r-1");

    CheckReport report = run();

    assertThat(report.findings(Expiring.class))
        .extracting(Expiring::commitment)
        .containsExactly(ec2("r-1"));
    assertThat(ReportDocument.of(report).compact())
        .contains("\"source\":\"both\"")
        .contains("\"percent\":75.00")
        .contains(
            "\"reconciliation\":{\"state\":\"done\",\"from\":\"2026-04-02\",\"to\":\"2026-05-01\",\"requests\":10,\"both\":1,\"accountOnly\":[],\"payerOnly\":[],\"disputed\":[]}");
    assertThat(mails)
        .singleElement()
        .asString()
        .contains(
            "\nChecked against the payer's Cost Explorer up to Fri 1 May 2026: nothing missing.\n");
  }

  @Test
  void whatOnlyThePayerKnowsOfIsToldAndNamedWithItsReason() {
    web(ec2("r-1"));
    payer(Sample.WEB, "r-1");
    payer(Sample.DATA, "r-2");
    payer(GONE, "r-3");
    payer(STRANGER, "r-4");
    payer(Sample.WEB, "r-5", "region", "eu-west-1");
    aws.closes(Sample.DATA, DENIED);

    CheckReport report = run();

    assertThat(report.findings(Expiring.class))
        .extracting(
            item -> item.commitment().id(),
            item ->
                report.summary().payer().appraisals().of(item.commitment()).orElseThrow().source())
        .containsExactlyInAnyOrder(
            tuple("r-1", Source.BOTH),
            tuple("r-2", Source.PAYER),
            tuple("r-3", Source.PAYER),
            tuple("r-4", Source.PAYER),
            tuple("r-5", Source.PAYER));
    assertThat(reconciliation(report).payerOnly())
        .extracting(item -> item.commitment().id(), Difference::reason)
        .containsExactlyInAnyOrder(
            tuple("r-2", Reason.UNREAD),
            tuple("r-3", Reason.CLOSED),
            tuple("r-4", Reason.NOT_IN_FILE),
            tuple("r-5", Reason.REGION_NOT_READ));
    assertThat(report.complete()).isFalse();
    assertThat(mails)
        .singleElement()
        .asString()
        .contains("  To mend it: mend the role\n  Known from the payer up to Fri 1 May 2026.\n")
        .contains(
            "NOT ALIKE in the accounts and in the payer's Cost Explorer, up to Fri 1 May 2026")
        .contains(
            "  account 777777777777 (777777777777), us-east-1, EC2, r-4: its account is not in");
    assertThat(ReportDocument.of(report).compact())
        .contains("\"payerKnowsUpTo\":\"2026-05-01\"")
        .contains("\"commitmentId\":\"r-4\",\"resourceType\":\"m5.large\",\"quantity\":4");
  }

  @Test
  void anUnreadAccountIsKnownFromThePayerOnlyIfThePayerListsIt() {
    payer(Sample.DATA, "r-2");
    aws.closes(Sample.WEB, DENIED);
    aws.closes(Sample.DATA, DENIED);

    assertThat(knownUpTo(run())).containsExactly("333344445555");
    assertThat(mails)
        .singleElement()
        .asString()
        .contains(
            """
              web (222233334444), the whole account
              sts:AssumeRole: AccessDenied, no
              To mend it: mend the role

              data (333344445555), the whole account
              sts:AssumeRole: AccessDenied, no
              To mend it: mend the role
              Known from the payer up to Fri 1 May 2026.
            """);
  }

  @Test
  void anUnreadAccountOfTheOrganizationIsKnownFromThePayerAlsoIfItHasNothing() {
    aws.closes(Sample.WEB, DENIED);
    aws.closes(Sample.DATA, DENIED);

    CheckReport report =
        run(roster(account("web", Sample.WEB).in("Workloads"), account("data", Sample.DATA)));

    assertThat(knownUpTo(report)).containsExactly("222233334444");
  }

  @Test
  void anUnreadAccountIsNotKnownFromThePayerIfOneOfItsListingsFailed() {
    payer(Sample.DATA, "r-2");
    aws.closes(Sample.DATA, DENIED);
    explorer.fails(Service.SAVINGS_PLANS, DENIED.in("ce:GetSavingsPlansUtilizationDetails"));

    assertThat(knownUpTo(run())).isEmpty();
  }

  @Test
  void anUnreadListingIsKnownFromThePayerIfItListsThatServiceInFull() {
    payer(Sample.WEB, "r-1");
    aws.answers(
        Sample.WEB,
        "us-east-1",
        Service.EC2,
        new Reading(List.of(), List.of(DENIED.in("ec2:DescribeReservedInstances")), false));
    explorer.fails(Service.SAVINGS_PLANS, DENIED.in("ce:GetSavingsPlansUtilizationDetails"));

    assertThat(knownUpTo(run())).containsExactly("222233334444");
  }

  /// The accounts of the unread places of which the report says that the payer knows them.
  private static List<String> knownUpTo(CheckReport report) {
    return report.findings(Unread.class).stream()
        .filter(item -> reconciliation(report).knownUpTo(item.place()).isPresent())
        .map(item -> item.place().owner().orElseThrow().value())
        .toList();
  }

  @Test
  void whatAnAccountThatWasReadDoesNotListIsMissingThere() {
    web(ec2("r-1"));
    payer(Sample.WEB, "r-1");
    payer(Sample.WEB, "r-2");

    CheckReport report = run();

    assertThat(reconciliation(report).payerOnly())
        .extracting(item -> item.commitment().id(), Difference::reason)
        .containsExactly(tuple("r-2", Reason.MISSING));
    assertThat(report.findings(Expiring.class)).hasSize(2);
    assertThat(report.complete()).isTrue();
  }

  @Test
  void whatThePayerShouldListAndDoesNotIsNamedUnlessItIsTooNew() {
    web(ec2("r-1"), ec2("r-2"), Sample.ec2(Sample.WEB, "new", "2027-05-02T06:00:00Z"));
    payer(Sample.WEB, "r-1");

    CheckReport report = run();

    assertThat(reconciliation(report).accountOnly())
        .extracting(item -> item.commitment().id())
        .containsExactly("r-2");
  }

  @Test
  void whatTheyDoNotSayAlikeIsDisputedAndTheAccountCounts() {
    web(ec2("r-1"), ec2("r-2"), ec2("r-3"), ec2("r-4"));
    payer(Sample.WEB, "r-1", "numberOfInstances", "3");
    payer(Sample.WEB, "r-2", "endDateTime", "2026-05-11T08:00:02Z");
    payer(Sample.WEB, "r-3", "subscriptionStatus", "Retired");
    payer(Sample.WEB, "r-4", "endDateTime", "2026-05-11T08:00:01Z");

    CheckReport report = run();

    assertThat(reconciliation(report).disputed())
        .extracting(item -> item.commitment().id(), Difference::reason, Difference::detail)
        .containsExactlyInAnyOrder(
            tuple("r-1", Reason.QUANTITY, "quantity 4 in the account, 3 for the payer"),
            tuple(
                "r-2",
                Reason.END,
                "ends 2026-05-11T07:59:59Z in the account, 2026-05-11T08:00:02Z for the payer"),
            tuple("r-3", Reason.STATE, "active in the account, retired for the payer"));
    assertThat(report.findings(Expiring.class)).hasSize(4);
    assertThat(reconciliation(report).agrees()).isFalse();
  }

  @Test
  void whatHasChangedSinceTheDataEndsIsNoDispute() {
    web(Sample.ec2(Sample.WEB, "r-1", "2026-05-03T10:00:00Z", CommitmentState.Known.RETIRED));
    payer(Sample.WEB, "r-1");

    assertThat(reconciliation(run()).differences()).isZero();
  }

  @Test
  void aServiceOfWhichNothingJoinsIsSaidOnceAndNothingOfItIsTold() {
    web(ec2("r-1"), ec2("r-2"));
    payer(Sample.WEB, "lease-1");
    payer(Sample.WEB, "lease-2");
    payer(STRANGER, "lease-3");

    CheckReport report = run();

    assertThat(reconciliation(report).unjoined()).containsExactly(Service.EC2);
    assertThat(reconciliation(report).differences()).isZero();
    assertThat(reconciliation(report).agrees()).isFalse();
    assertThat(report.findings(Expiring.class)).hasSize(2);
    assertThat(report.warnings()).singleElement().asString().startsWith("EC2 cannot be joined");
  }

  @Test
  void aServiceThatTheFileLeavesOutOfAnAccountIsADecision() {
    explorer.lists(Service.RDS, reservation(Sample.WEB, "r-1", START, END));

    CheckReport report = run();

    assertThat(reconciliation(report).differences()).isZero();
    assertThat(report.findings(Expiring.class)).isEmpty();
  }

  @Test
  void aPayerThatFailsTakesNothingFromTheAccountsAndIsSaid() {
    web(ec2("r-1"));
    explorer.refuses(
        new Failure(
            "organizations:DescribeOrganization",
            "NotThePayer",
            "sees account 222222222222 only",
            "name the management account"));

    CheckReport report = run();

    assertThat(report.complete()).isTrue();
    assertThat(report.findings(Expiring.class)).hasSize(1);
    assertThat(reconciliation(report).state()).isEqualTo(Reconciliation.State.FAILED);
    assertThat(report.warnings())
        .containsExactly(
            "the accounts could not be compared with the payer's Cost Explorer: organizations:DescribeOrganization: NotThePayer, sees account 222222222222 only; to mend it: name the management account");
    assertThat(mails)
        .singleElement()
        .asString()
        .contains(
            """
            NOT checked against the payer's Cost Explorer, or not in full:
              organizations:DescribeOrganization: NotThePayer, sees account 222222222222 only
              To mend it: name the management account
            """);
  }

  @Test
  void oneListingThatFailsLeavesTheOthersCompared() {
    web(ec2("r-1"), ec2("r-2"));
    payer(Sample.WEB, "r-1");
    explorer.fails(Service.RDS, DENIED.in("ce:GetReservationUtilization"));

    CheckReport report = run();

    assertThat(reconciliation(report).state()).isEqualTo(Reconciliation.State.FAILED);
    assertThat(reconciliation(report).accountOnly())
        .extracting(item -> item.commitment().id())
        .containsExactly("r-2");
    assertThat(reconciliation(report).failures())
        .extracting(Failure::message)
        .containsExactly("not listed in full: RDS: no");
    assertThat(mails)
        .singleElement()
        .asString()
        .contains(
            "  ce:GetReservationUtilization: AccessDenied, not listed in full: RDS: no\n  To mend");
  }

  @Test
  void whereTheOrganizationCouldNotBeListedNoAccountIsMissingInTheFile() {
    payer(STRANGER, "r-1");
    Roster roster = roster();

    CheckReport report =
        run(
            new Roster(
                roster.accounts(),
                List.of(new PlaceFailure(new Place.Organization(), DENIED)),
                true,
                IgnoreRules.NONE,
                roster.closed(),
                roster.caller(),
                roster.payer(),
                OwnerTags.DEFAULT));

    assertThat(report.findings(Expiring.class)).hasSize(1);
    assertThat(reconciliation(report).payerOnly())
        .extracting(Difference::reason, Difference::remedy)
        .containsExactly(
            tuple(Reason.UNREAD, "mend what keeps the organization from being listed"));
  }
}
