package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.PayerScope;
import dev.riexpiry.account.Routing;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Guidance;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.payer.FakeCostExplorer;
import dev.riexpiry.payer.PayerInquiry;
import dev.riexpiry.policy.IgnoreRules;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpreadCheckTest {
  private static final int ACCOUNTS = 2 * SpreadCheck.BATCH + 1;

  private final FakeAws aws = new FakeAws();
  private final List<Alert> published = new ArrayList<>();
  private final MemoryStore store = new MemoryStore();
  private final Check check =
      CheckFixture.check(
          aws,
          (_, alert) -> {
            published.add(alert);
            return new Receipt.Result.Sent("m-" + published.size());
          });
  private final SpreadCheck spread = new SpreadCheck(check, store, "run-1");

  private static AccountId id(int number) {
    return new AccountId("%012d".formatted(100_000_000_000L + number));
  }

  private static Roster roster() {
    List<Account> accounts =
        IntStream.range(0, ACCOUNTS)
            .mapToObj(i -> Sample.account("account-" + i, id(i), "us-east-1").in("Unit " + i % 3))
            .toList();
    return CheckFixture.everybody(accounts, Sample.denied("organizations:ListAccountsForParent"));
  }

  private static CheckRequest request(Roster roster) {
    return CheckFixture.request("2026-05-04", roster);
  }

  private void expiring(int account) {
    aws.answers(
        id(account),
        "us-east-1",
        Service.EC2,
        new Reading(
            List.of(Sample.ec2(id(account), "r-" + account, "2026-05-11T03:59:59Z")),
            List.of(),
            false));
  }

  private int list() {
    assertThat(spread.list(roster())).isEqualTo(new Outcome.Found<>(3));
    return 3;
  }

  private Outcome<ReadCounts> sweep(int batch) {
    return spread.sweep(batch, request(Roster.EMPTY), Stop.onRequest());
  }

  private CheckReport conclude(int batches) {
    Outcome<Concluded> outcome = spread.conclude(batches, request(Roster.EMPTY), Stop.onRequest());
    assertThat(outcome).isInstanceOf(Outcome.Found.class);
    return ((Outcome.Found<Concluded>) outcome).value().report();
  }

  @Test
  void announcesTheSameAsACheckInOneFunction() {
    expiring(0);
    expiring(150);
    expiring(200);
    int batches = list();
    IntStream.range(0, batches).forEach(this::sweep);

    CheckReport spreadReport = conclude(batches);
    CheckReport whole = check.run(request(roster()), Stop.onRequest());

    assertThat(ReportDocument.of(spreadReport).compact().replace("m-1", "m"))
        .isEqualTo(ReportDocument.of(whole).compact().replace("m-2", "m"));
    assertThat(spreadReport.findings(Expiring.class)).hasSize(3);
    assertThat(published)
        .extracting(Alert::mail)
        .containsExactly(
            whole.receipts().getFirst().alert().mail(), whole.receipts().getFirst().alert().mail());
  }

  @Test
  void asksEverythingThoughThePayerGuidesAndSaysWhy() {
    Roster guided =
        new Roster(
            roster().accounts(),
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
                    Set.of(),
                    true)),
            OwnerTags.DEFAULT,
            Map.of(),
            Routing.NONE,
            Optional.empty());
    Check asking =
        CheckFixture.check(
            aws,
            (_, _) -> new Receipt.Result.Sent("m-1"),
            Optional.empty(),
            new PayerInquiry(new FakeCostExplorer(Sample.TOOLS), () -> Instant.EPOCH));
    SpreadCheck run = new SpreadCheck(asking, store, "run-1");
    int batches = run.list(guided) instanceof Outcome.Found<Integer>(Integer count) ? count : 0;
    IntStream.range(0, batches)
        .forEach(batch -> run.sweep(batch, request(Roster.EMPTY), Stop.onRequest()));

    CheckReport report =
        ((Outcome.Found<Concluded>) run.conclude(batches, request(Roster.EMPTY), Stop.onRequest()))
            .value()
            .report();

    assertThat(report.summary().terms().guidance())
        .isEqualTo(new Guidance.Whole(Guidance.Reason.SPREAD));
    assertThat(report.summary().counts().notAsked()).isZero();
    assertThat(ReportDocument.of(report).compact())
        .contains("\"guidance\":{\"asked\":\"all\",\"reason\":\"spread\"}");
    assertThat(Guiding.spread(roster()).guidance())
        .as("without a payer that guides")
        .isEqualTo(Guidance.OFF);
  }

  @Test
  void anAccountOfOneBatchIsContradictedByThoseOfAnother() {
    aws.answers(
        id(0),
        "us-east-1",
        Service.EC2,
        Reading.failed(Failure.notOffered("ec2:X", "InvalidAction: none such")));
    int batches = list();
    IntStream.range(0, batches).forEach(this::sweep);

    assertThat(conclude(batches).findings(Unread.class))
        .extracting(item -> item.failure().code())
        .contains("NotOfferedToAll")
        .doesNotContain(Failure.NOT_OFFERED);
  }

  @Test
  void leavesOnlyTheAccountsOfAFailedBatchUnread() {
    expiring(0);
    expiring(150);
    expiring(200);
    int batches = list();
    sweep(0);
    sweep(2);

    CheckReport report = conclude(batches);

    assertThat(report.findings(Expiring.class))
        .extracting(item -> item.commitment().id())
        .containsExactlyInAnyOrder("r-0", "r-200");
    assertThat(report.findings(Unread.class))
        .filteredOn(item -> item.failure().code().equals("BatchFailed"))
        .extracting(item -> item.place().owner().orElseThrow())
        .containsExactlyElementsOf(
            IntStream.range(100, 200).mapToObj(SpreadCheckTest::id).toList());
    assertThat(report.summary().counts().accountsConfigured()).isEqualTo(ACCOUNTS);
    assertThat(report.complete()).isFalse();
    assertThat(published)
        .singleElement()
        .satisfies(alert -> assertThat(alert.subject()).contains("INCOMPLETE"));
  }

  @Test
  void countsABatchOnceThatIsTriedAgain() {
    expiring(0);
    int batches = list();
    sweep(0);
    IntStream.range(0, batches).forEach(this::sweep);

    assertThat(conclude(batches).findings(Expiring.class)).hasSize(1);
  }

  @Test
  void concludesNothingWithoutTheRosterThatSaysWhatIsMissing() {
    int batches = list();
    store.texts().remove("run-1/roster-00001.json");

    assertThat(spread.conclude(batches, request(Roster.EMPTY), Stop.onRequest()))
        .isInstanceOf(Outcome.Failed.class);
    assertThat(published).isEmpty();
  }

  static Stream<String> otherTexts() {
    return Stream.of(
        "",
        "<html><body>Log in to the network</body></html>",
        "null",
        "{}",
        "[]",
        "[".repeat(300_000),
        "{\"a\":".repeat(300_000),
        "{\"counts\": " + "[".repeat(300_000) + "]".repeat(300_000) + "}",
        "{\"counts\": {}, \"kept\": [{}], \"failures\": [null], \"caller\": 1}");
  }

  @ParameterizedTest
  @MethodSource("otherTexts")
  void leavesOnlyTheAccountsOfABatchUnreadWhoseResultIsSomethingElse(String text) {
    expiring(0);
    expiring(150);
    int batches = list();
    IntStream.range(0, batches).forEach(this::sweep);
    store.texts().put("run-1/result-00001.json", text);

    CheckReport report = conclude(batches);

    assertThat(report.findings(Expiring.class))
        .extracting(item -> item.commitment().id())
        .containsExactly("r-0");
    assertThat(report.findings(Unread.class))
        .filteredOn(item -> item.failure().action().equals("s3:GetObject"))
        .hasSize(SpreadCheck.BATCH)
        .allSatisfy(item -> {
          assertThat(item.failure().code()).isEqualTo("UnusableAnswer");
          assertThat(item.failure().message())
              .startsWith("run-1/result-00001.json is not what this run has stored: ");
        });
  }

  @ParameterizedTest
  @MethodSource("otherTexts")
  void neitherSweepsNorConcludesWithARosterThatIsSomethingElse(String text) {
    int batches = list();
    store.texts().put("run-1/roster-00001.json", text);

    assertThat(sweep(1)).isInstanceOf(Outcome.Failed.class);
    assertThat(spread.conclude(batches, request(Roster.EMPTY), Stop.onRequest()))
        .isInstanceOf(Outcome.Failed.class);
    assertThat(published).isEmpty();
  }

  @Test
  void sweepsOnlyTheAccountsOfItsBatch() {
    list();

    assertThat(sweep(2))
        .isEqualTo(new Outcome.Found<>(new ReadCounts(1, 1, Service.values().length, 0, 0)));
    assertThat(aws.signedIn()).containsExactly(id(200));
  }

  @Test
  void everyBatchProvesItsAccountsAgainAndTheReportSaysWhoAsked() {
    Account own = Sample.own("tools", Sample.TOOLS, "us-east-1");
    Account wrong = Sample.own("web-prod", Sample.WEB, "us-east-1");
    Roster asked =
        new Roster(
            List.of(own, wrong),
            List.of(),
            true,
            IgnoreRules.NONE,
            List.of(),
            Optional.of(new Outcome.Found<>(new Identity(Sample.WEB, "an older answer"))),
            Optional.empty(),
            OwnerTags.DEFAULT);
    assertThat(spread.list(asked)).isEqualTo(new Outcome.Found<>(1));
    sweep(0);

    CheckReport report = conclude(1);

    assertThat(report.reach().caller()).contains(Sample.CALLER);
    assertThat(report.findings(Unread.class))
        .extracting(item -> item.place().key(), item -> item.failure().code())
        .containsExactly(tuple(Sample.WEB.value(), "WrongAccount"));
    assertThat(aws.signedIn()).containsExactly(Sample.TOOLS);
  }

  @Test
  void aBatchThatCouldNotAskLeavesTheCallerToTheOthers() {
    int batches = list();
    aws.knows(new Outcome.Failed<>(Sample.denied("sts:GetCallerIdentity")));
    sweep(0);
    aws.knows(new Outcome.Found<>(Sample.CALLER));
    sweep(1);

    assertThat(conclude(batches).reach().caller()).contains(Sample.CALLER);
  }
}
