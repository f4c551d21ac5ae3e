package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Unreadable;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Progress;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadCheckTest {
  private static final int ACCOUNTS = 2 * SpreadCheck.BATCH + 1;
  private static final TopicArn TOPIC =
      new TopicArn("arn:aws:sns:us-east-1:111122223333:ri-expiry");

  private final FakeAws aws = new FakeAws();
  private final List<Alert> published = new ArrayList<>();
  private final MemoryStore store = new MemoryStore();
  private final Check check =
      new Check(
          new Sweep(aws, List.of(Service.values()), 8, Progress.NONE),
          (topic, alert) -> {
            published.add(alert);
            return new Outcome.Found<>("m-" + published.size());
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
    return new Roster(
        accounts,
        List.of(
            new Unreadable(
                Optional.empty(),
                "the organization",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Sample.denied("organizations:ListAccountsForParent"))));
  }

  private static CheckRequest request(Roster roster) {
    return new CheckRequest(
        roster,
        new CheckDate(LocalDate.parse("2026-05-04"), ZoneId.of("UTC")),
        Milestones.DEFAULT,
        Grouping.DIGEST,
        new DeliveryMode.Publish(TOPIC));
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
    Outcome<CheckReport> outcome = spread.conclude(batches, request(Roster.EMPTY));
    assertThat(outcome).isInstanceOf(Outcome.Found.class);
    return ((Outcome.Found<CheckReport>) outcome).value();
  }

  @Test
  void tellsTheSameAsACheckInOneFunction() {
    expiring(0);
    expiring(150);
    expiring(200);
    int batches = list();
    IntStream.range(0, batches).forEach(this::sweep);

    CheckReport spreadReport = conclude(batches);
    CheckReport whole = check.run(request(roster()), Stop.onRequest());

    assertThat(ReportDocument.compact(spreadReport).replace("m-1", "m"))
        .isEqualTo(ReportDocument.compact(whole).replace("m-2", "m"));
    assertThat(spreadReport.expiring()).hasSize(3);
    assertThat(published)
        .extracting(Alert::mail)
        .containsExactly(
            whole.alerts().getFirst().alert().mail(), whole.alerts().getFirst().alert().mail());
  }

  @Test
  void aBatchThatFailedLeavesItsAccountsUnreadableAndTheOthersComplete() {
    expiring(0);
    expiring(150);
    expiring(200);
    int batches = list();
    sweep(0);
    sweep(2);

    CheckReport report = conclude(batches);

    assertThat(report.expiring())
        .extracting(item -> item.commitment().id())
        .containsExactlyInAnyOrder("r-0", "r-200");
    assertThat(report.unreadable())
        .filteredOn(item -> item.failure().code().equals("BatchFailed"))
        .extracting(item -> item.accountId().orElseThrow())
        .containsExactlyElementsOf(
            IntStream.range(100, 200).mapToObj(SpreadCheckTest::id).toList());
    assertThat(report.summary().coverage().accountsConfigured()).isEqualTo(ACCOUNTS);
    assertThat(report.complete()).isFalse();
    assertThat(published)
        .singleElement()
        .satisfies(alert -> assertThat(alert.subject()).contains("INCOMPLETE"));
  }

  @Test
  void aBatchThatIsTriedAgainCountsOnce() {
    expiring(0);
    int batches = list();
    sweep(0);
    IntStream.range(0, batches).forEach(this::sweep);

    assertThat(conclude(batches).expiring()).hasSize(1);
  }

  @Test
  void withoutTheRosterNobodyKnowsWhatIsMissingSoNothingIsConcluded() {
    int batches = list();
    store.texts().remove("run-1/roster-00001.json");

    assertThat(spread.conclude(batches, request(Roster.EMPTY))).isInstanceOf(Outcome.Failed.class);
    assertThat(published).isEmpty();
  }

  @Test
  void sweepsOnlyTheAccountsOfItsBatch() {
    list();

    assertThat(sweep(2))
        .isEqualTo(new Outcome.Found<>(new ReadCounts(1, 1, Service.values().length, 0, 0)));
    assertThat(aws.signedIn()).containsExactly(id(200));
  }
}
