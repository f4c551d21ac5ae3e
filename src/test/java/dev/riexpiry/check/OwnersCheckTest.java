package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.policy.IgnoreRule;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.policy.IgnoreRules.Ignored;
import dev.riexpiry.policy.LapseWindow;
import dev.riexpiry.policy.Purchase;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Tests a check for account owners: commitments that are ignored, lapses, and topics of accounts.
class OwnersCheckTest {
  private static final TopicArn STANDARD = new TopicArn("arn:aws:sns:us-east-1:111122223333:all");
  private static final TopicArn DATA_TEAM =
      new TopicArn("arn:aws:sns:eu-west-1:333344445555:data-team");
  private static final Failure REFUSED = new Failure("sns:Publish", "NotFound", "gone", "make it");

  private static final Account WEB = Sample.account("web-prod", Sample.WEB, "us-east-1");
  private static final Account DATA =
      Sample.account("data-prod", Sample.DATA, DATA_TEAM, "eu-west-1");

  private static final Commitment WEB_IN_7_DAYS =
      Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z");
  private static final Commitment DATA_IN_7_DAYS =
      Sample.rds(Sample.DATA, "db-1", "2026-05-11T09:00:00Z");
  private static final Commitment WEB_LAPSED =
      Sample.ec2(Sample.WEB, "r-0", "2026-05-03T09:00:00Z", Known.RETIRED);

  private final FakeAws aws = new FakeAws();
  private final FakeLedger ledger = new FakeLedger();
  private final List<String> sent = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();
  private final Set<TopicArn> refusing = new HashSet<>();
  private int runs;

  private void web(Commitment... commitments) {
    aws.answers(
        Sample.WEB, "us-east-1", Service.EC2, new Reading(List.of(commitments), List.of(), false));
  }

  private void data(Commitment... commitments) {
    aws.answers(
        Sample.DATA, "eu-west-1", Service.RDS, new Reading(List.of(commitments), List.of(), false));
  }

  private Receipt.Result.Attempt publish(TopicArn topic, Alert alert) {
    if (refusing.contains(topic)) {
      return new Receipt.Result.Refused(REFUSED);
    }
    sent.add(topic.value().replaceFirst(".*:", "") + ": " + alert.subject());
    alerts.add(alert);
    return new Receipt.Result.Sent("m-" + sent.size());
  }

  private Check check() {
    return CheckFixture.check(aws, this::publish);
  }

  private static Roster everybody(IgnoreRule... rules) {
    return new Roster(List.of(WEB, DATA), List.of(), true, new IgnoreRules(List.of(rules)));
  }

  private static CheckRequest request(String date, Roster roster) {
    return CheckFixture.request(date, roster, Grouping.DIGEST, new DeliveryMode.Publish(STANDARD));
  }

  private CheckReport run(IgnoreRule... rules) {
    return check().run(request("2026-05-04", everybody(rules)), Stop.onRequest());
  }

  private CheckReport remembering(String date) {
    runs++;
    return CheckFixture.check(aws, this::publish, CheckFixture.keeping(ledger, runs))
        .run(request(date, everybody()), Stop.onRequest());
  }

  private static IgnoreRule ignore(String id, String until) {
    return new IgnoreRule(
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        LocalDate.parse(until),
        "moving to Graviton");
  }

  @Test
  void listsWhatIsIgnoredAndAnnouncesItToNobody() {
    web(WEB_IN_7_DAYS, WEB_LAPSED);

    CheckReport report = run(ignore("r-1", "2027-03-01"), ignore("r-0", "2026-05-04"));

    assertThat(sent).isEmpty();
    assertThat(report.findings(Expiring.class)).isEmpty();
    assertThat(report.findings(Lapsed.class)).isEmpty();
    assertThat(report.ignored())
        .containsExactly(
            new Ignored(WEB_IN_7_DAYS, ignore("r-1", "2027-03-01")),
            new Ignored(WEB_LAPSED, ignore("r-0", "2026-05-04")));
    assertThat(report.warnings()).isEmpty();
    assertThat(ReportDocument.of(report).compact())
        .contains("\"commitments\":{\"active\":1,\"expiring\":0}")
        .contains(
            "\"daysLeft\":7,\"until\":\"2027-03-01\",\"reason\":\"moving to Graviton\"",
            "\"daysLeft\":-1,\"until\":\"2026-05-04\",\"reason\":\"moving to Graviton\"");
  }

  @Test
  void saysInOneLineOfAnAlertAboutOthersHowManyAreIgnored() {
    web(WEB_IN_7_DAYS, Sample.ec2(Sample.WEB, "r-2", "2026-05-11T03:59:59Z"));

    run(ignore("r-1", "2027-03-01"));

    assertThat(alerts)
        .singleElement()
        .satisfies(alert ->
            assertThat(alert.mail())
                .contains("\nIgnored, as the accounts file says: 1 commitment; the report lists")
                .doesNotContain("r-1"));
  }

  @Test
  void announcesAndWarnsOfWhatIsNoLongerIgnored() {
    web(WEB_IN_7_DAYS);

    CheckReport report = run(ignore("r-1", "2026-05-03"));

    assertThat(sent).hasSize(1);
    assertThat(report.ignored()).isEmpty();
    assertThat(report.warnings())
        .containsExactly(
            "the accounts file ignored commitment r-1 until 2026-05-03 (moving to Graviton), and"
                + " does not any more; remove that entry, or give it a later day");
  }

  @Test
  void warnsOfAnIdThatMatchesNothingAndNotOfOneThatIsNotDueYet() {
    web(Sample.ec2(Sample.WEB, "r-9", "2027-05-11T03:59:59Z"));

    assertThat(run(ignore("r-9", "2027-03-01"), ignore("r-8", "2027-03-01")).warnings())
        .containsExactly(
            "the accounts file ignores commitment r-8 (moving to Graviton), and there is no such"
                + " thing; correct that entry, or remove it");
  }

  @Test
  void warnsOfNoIgnoreWhereWhatWasNotReadMayHoldIt() {
    aws.answers(Sample.DATA, "eu-west-1", Service.RDS, Reading.failed(Sample.denied("rds:X")));

    assertThat(run(ignore("r-8", "2027-03-01")).warnings()).isEmpty();
    assertThat(
            check()
                .run(
                    request(
                        "2026-05-04",
                        everybody(ignore("r-8", "2027-03-01")).narrowed(List.of(WEB))),
                    Stop.onRequest())
                .warnings())
        .isEmpty();
  }

  @Test
  void announcesALapseOnceAndThenListsIt() {
    web(WEB_LAPSED);

    remembering("2026-05-04");
    CheckReport later = remembering("2026-05-05");

    assertThat(sent).containsExactly("all: 1 AWS reservation LAPSED yesterday: web-prod");
    assertThat(later.findings(Lapsed.class)).containsExactly(Lapsed.atTerm(WEB_LAPSED, 2));
    assertThat(ReportDocument.of(later).compact()).contains("\"daysAgo\":2,\"due\":false");
  }

  @Test
  void announcesALapseEveryDayOfItsWindowWithoutALedger() {
    web(WEB_LAPSED);

    run();
    run();

    assertThat(sent).hasSize(2);
  }

  @Test
  void findsNoLapseInAWindowOfNoDays() {
    web(WEB_LAPSED);

    CheckReport report =
        check().run(request("2026-05-04", everybody()).with(new LapseWindow(0)), Stop.onRequest());

    assertThat(report.findings(Lapsed.class)).isEmpty();
    assertThat(sent).isEmpty();
  }

  @Test
  void findsNoLapseOfWhatWasBoughtAnew() {
    web(
        Purchase.ec2("old", 4, "m5.large").ending("2026-05-03T09:00:00Z").commitment(),
        Purchase.ec2("new", 4, "m5.large").queued("2026-05-03T09:00:01Z").commitment());

    assertThat(run().findings(Lapsed.class)).isEmpty();
    assertThat(sent).isEmpty();
  }

  @Test
  void findsOneLapseOfTwoWhereOnePurchaseReplacesTheOther() {
    web(
        Purchase.ec2("old-1", 4, "m5.large").ending("2026-05-03T09:00:00Z").commitment(),
        Purchase.ec2("old-2", 4, "m5.large").ending("2026-05-03T09:00:00Z").commitment(),
        Purchase.ec2("new", 4, "m5.large").queued("2026-05-03T09:00:01Z").commitment());

    assertThat(run().findings(Lapsed.class)).hasSize(1);
  }

  @Test
  void announcesToAnAccountsOwnTopicAndCountsItInTheDigest() {
    web(WEB_IN_7_DAYS);
    data(DATA_IN_7_DAYS);

    CheckReport report = run();

    assertThat(sent)
        .containsExactly(
            "all: 1 AWS reservation ends in 7 days: web-prod",
            "data-team: 1 AWS reservation ends in 7 days: data-prod");
    assertThat(alerts.getFirst().mail())
        .contains("  data-prod: 1 ends in 7 days; to " + DATA_TEAM + "\n");
    assertThat(report.receipts())
        .extracting(receipt -> receipt.topic().orElseThrow())
        .containsExactly(STANDARD, DATA_TEAM);
  }

  @Test
  void servesTheOtherTopicsWhereOneRefuses() {
    web(WEB_IN_7_DAYS);
    data(DATA_IN_7_DAYS);
    refusing.add(STANDARD);

    assertThat(run().refusals()).containsExactly(REFUSED);
    assertThat(sent).containsExactly("data-team: 1 AWS reservation ends in 7 days: data-prod");
  }

  @Test
  void announcesInTheNextRunOnlyWhatATopicRefused() {
    web(WEB_IN_7_DAYS);
    data(DATA_IN_7_DAYS);
    refusing.add(DATA_TEAM);

    assertThat(remembering("2026-05-04").refusals()).containsExactly(REFUSED);
    refusing.clear();
    assertThat(remembering("2026-05-05").refusals()).isEmpty();
    remembering("2026-05-06");

    assertThat(sent)
        .containsExactly(
            "all: 1 AWS reservation ends in 7 days: web-prod",
            "all: AWS commitments: told to 1 other topic",
            "data-team: 1 AWS reservation ends in 6 days: data-prod");
  }

  @Test
  void announcesAnOutageToItsOwnerAndSaysIncompleteInTheDigest() {
    aws.answers(Sample.DATA, "eu-west-1", Service.RDS, Reading.failed(Sample.denied("rds:X")));

    remembering("2026-05-04");
    data();
    remembering("2026-05-05");

    assertThat(sent)
        .containsExactly(
            "all: AWS commitments: told to 1 other topic; INCOMPLETE, 1 not read",
            "data-team: AWS commitments: check INCOMPLETE, 1 target not read: data-prod",
            "all: AWS commitments: told to 1 other topic",
            "data-team: AWS commitments: 1 target can be read again: data-prod");
  }

  @Test
  void showsInADryRunWhereEachWouldGo() {
    web(WEB_IN_7_DAYS);
    data(DATA_IN_7_DAYS);

    CheckReport report =
        check()
            .run(
                CheckFixture.request(
                    "2026-05-04",
                    everybody(),
                    Grouping.DIGEST,
                    new DeliveryMode.DryRun(Optional.empty())),
                Stop.onRequest());

    assertThat(sent).isEmpty();
    assertThat(report.receipts())
        .extracting(Receipt::topic)
        .containsExactly(Optional.empty(), Optional.of(DATA_TEAM));
  }

  @Test
  void ignoresLapsesAndRoutesInASpreadCheckAsInOneFunction() {
    web(WEB_IN_7_DAYS, WEB_LAPSED, Sample.ec2(Sample.WEB, "r-2", "2026-06-11T03:59:59Z"));
    data(DATA_IN_7_DAYS);
    Roster roster = everybody(ignore("r-2", "2027-03-01"), ignore("r-8", "2027-03-01"));
    CheckRequest nobody = request("2026-05-04", Roster.EMPTY);
    SpreadCheck spread = new SpreadCheck(check(), new MemoryStore(), "run-1");

    assertThat(spread.list(roster)).isEqualTo(new Outcome.Found<>(1));
    assertThat(spread.sweep(0, nobody, Stop.onRequest())).isInstanceOf(Outcome.Found.class);
    Outcome<Concluded> concluded = spread.conclude(1, nobody, Stop.onRequest());
    List<String> bySpread = List.copyOf(sent);
    sent.clear();
    CheckReport whole = check().run(nobody.of(roster), Stop.onRequest());

    assertThat(bySpread).isEqualTo(sent).hasSize(2);
    assertThat(concluded)
        .isInstanceOfSatisfying(
            Outcome.Found.class,
            found ->
                assertThat(
                        ReportDocument.of(((Concluded) found.value()).report())
                            .compact()
                            .replaceAll("m-\\d", "m"))
                    .isEqualTo(ReportDocument.of(whole).compact().replaceAll("m-\\d", "m"))
                    .contains(
                        "\"daysAgo\":1", "\"until\":\"2027-03-01\"", "ignores commitment r-8"));
  }
}
