package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Acknowledgement;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.RecordedCommitment;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.Acknowledged;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.ledger.Ledger;
import dev.riexpiry.ledger.WatchedLedger;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Roster;
import dev.riexpiry.sweep.Stop;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests checks of commitments that somebody has acknowledged. Of r-1, which ends on 11 May 2026,
/// the milestones are 12 March, 11 April, 4 May and 10 May.
class AcknowledgedCheckTest {
  private static final Roster WEB =
      CheckFixture.everybody(Sample.account("web-prod", Sample.WEB, "us-east-1"));
  private static final String END = "2026-05-11T12:00:00Z";

  private final FakeAws aws = new FakeAws();
  private final List<Alert> sent = new ArrayList<>();
  private final FakeLedger ledger = new FakeLedger();
  private int runs;

  private void found(Commitment... commitments) {
    aws.answers(
        Sample.WEB, "us-east-1", Service.EC2, new Reading(List.of(commitments), List.of(), false));
  }

  private static Commitment r1() {
    return Sample.ec2(Sample.WEB, "r-1", END);
  }

  private void acknowledged(String id, String end, String until) {
    var _ =
        ledger.record(
            new Acknowledged(
                new RecordedCommitment(Sample.WEB, "us-east-1", "ec2", id, Instant.parse(end)),
                new Acknowledgement(
                    LocalDate.parse(until),
                    "the shop closes in May",
                    new Acknowledgement.By.Caller(
                        Sample.CALLER.arn(), Instant.parse("2026-03-13T09:00:00Z")))),
            LocalDate.parse("2026-03-13"));
  }

  private Receipt.Result.Attempt publish(TopicArn topic, Alert alert) {
    sent.add(alert);
    return new Receipt.Result.Sent("m-" + sent.size());
  }

  private CheckReport run(String date) {
    return run(date, ledger);
  }

  private CheckReport run(String date, Ledger with) {
    runs++;
    return CheckFixture.check(aws, this::publish, CheckFixture.keeping(with, runs))
        .run(CheckFixture.request(date, WEB), Stop.onRequest());
  }

  @Test
  void tellsNoMilestoneOfWhatIsAcknowledged() {
    found(r1());
    run("2026-03-13");
    sent.clear();
    acknowledged("r-1", END, "2026-05-10");

    CheckReport report = run("2026-04-11");

    assertThat(sent).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.findings(Expiring.class)).hasSize(1);
    assertThat(ReportDocument.of(report).compact())
        .contains("\"commitments\":{\"active\":1,\"expiring\":1}")
        .contains("\"due\":false")
        .contains("\"acknowledged\":[{\"accountId\":\"222233334444\",\"accountName\":\"web-prod\"")
        .contains(
            "\"daysLeft\":30,\"until\":\"2026-05-10\",\"reason\":\"the shop closes in May\",\"by\":\""
                + Sample.CALLER.arn()
                + "\",\"at\":\"2026-03-13T09:00:00Z\"}]");
  }

  @Test
  void isStillSilentOnItsLastDayAndTellsTheMilestoneOfTheNext() {
    found(r1());
    acknowledged("r-1", END, "2026-05-05");

    run("2026-05-04");
    run("2026-05-05");
    assertThat(sent).isEmpty();

    run("2026-05-06");
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().findings(Expiring.class))
        .extracting(Expiring::milestone)
        .containsExactly(7);
    run("2026-05-07");
    assertThat(sent).hasSize(1);
  }

  @Test
  void tellsTheLapseAllTheSame() {
    found(r1());
    acknowledged("r-1", END, "2027-01-01");
    run("2026-05-10");
    assertThat(sent).isEmpty();

    run("2026-05-12");

    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().findings(Lapsed.class)).hasSize(1);
  }

  @Test
  void endsWithTheCommitmentThoughItsIdIsUsedAgain() {
    found(Sample.ec2(Sample.WEB, "r-1", "2027-05-11T12:00:00Z"));
    acknowledged("r-1", END, "2027-12-31");

    run("2027-05-04");

    assertThat(sent).hasSize(1);
  }

  @Test
  void isOfTheEndThatThePayerGivesToo() {
    found(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T11:59:58Z"));
    acknowledged("r-1", END, "2026-05-10");

    run("2026-05-04");

    assertThat(sent).isEmpty();
  }

  @Test
  void silencesNothingWhereTheLedgerCannotBeRead() {
    found(r1());
    acknowledged("r-1", END, "2026-05-10");

    CheckReport report =
        run(
            "2026-05-04",
            new WatchedLedger(
                ledger,
                new WatchedLedger.Watch() {
                  @Override
                  public Optional<Failure> before(String step) {
                    return step.equals("acknowledgements")
                        ? Optional.of(new Failure("dynamodb:BatchGetItem", "X", "down", "wait"))
                        : Optional.empty();
                  }

                  @Override
                  public Optional<Failure> after(String step) {
                    return Optional.empty();
                  }
                }));

    assertThat(sent).hasSize(1);
    assertThat(report.warnings()).singleElement().asString().contains("down");
    assertThat(ReportDocument.of(report).acknowledged()).isEmpty();
  }

  @Test
  void countsWhatIsAcknowledgedInAMailAboutOthers() {
    Stream.of("r-1", "r-2", "r-3").forEach(id -> acknowledged(id, END, "2026-05-10"));
    found(
        r1(),
        Sample.ec2(Sample.WEB, "r-2", END),
        Sample.ec2(Sample.WEB, "r-3", END),
        Sample.ec2(Sample.WEB, "r-4", END));

    run("2026-05-04");

    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().findings(Expiring.class)).hasSize(1);
    assertThat(sent.getFirst().mail())
        .contains(
            "\n3 commitments were acknowledged and are silent until Sun 10 May 2026; the report"
                + " says why and by whom.\n")
        .doesNotContain("Told before");
  }

  @Test
  void saysOfSeveralUntilWhenTheFirstIsSilent() {
    acknowledged("r-1", END, "2026-05-10");
    acknowledged("r-2", END, "2026-05-08");
    found(r1(), Sample.ec2(Sample.WEB, "r-2", END), Sample.ec2(Sample.WEB, "r-4", END));

    run("2026-05-04");

    assertThat(sent.getFirst().mail())
        .contains(
            "\n2 commitments were acknowledged and are silent, the first until Fri 8 May 2026;");
  }

  private static Commitment tagged(String until, String reason) {
    return Sample.tagged(r1(), Map.of("ri-expiry:ignore-until", until, "ri-expiry:reason", reason));
  }

  @Test
  void namesWhatATagSilencesOnceAndThenIsSilent() {
    found(tagged("2026-05-10", "the shop closes in May"));

    run("2026-04-11");
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().mail())
        .contains(
            "\n  silent from now on until Sun 10 May 2026, as its tag ri-expiry:ignore-until says:"
                + " the shop closes in May\n")
        .doesNotContain("to silence:")
        .doesNotContain("acknowledged");
    CheckReport report = run("2026-05-04");
    assertThat(sent).hasSize(1);
    assertThat(ReportDocument.of(report).compact())
        .contains("\"until\":\"2026-05-10\",\"reason\":\"the shop closes in May\"")
        .contains("\"by\":\"tag ri-expiry:ignore-until\"}]");

    run("2026-05-11");
    assertThat(sent).hasSize(2);
    run("2026-05-12");
    assertThat(sent.getLast().findings(Lapsed.class)).hasSize(1);
  }

  @Test
  void namesATagAnewThatHasAnotherDay() {
    found(tagged("2026-05-05", "the shop closes in May"));
    run("2026-05-04");
    found(tagged("2026-05-10", "the shop closes in May"));

    run("2026-05-05");
    run("2026-05-06");

    assertThat(sent).hasSize(2);
  }

  @Test
  void showsWhatATagSilencesInTheReportOnlyWhereNothingIsRemembered() {
    found(tagged("2026-05-10", "the shop closes in May"));

    CheckReport report =
        CheckFixture.check(aws, this::publish)
            .run(CheckFixture.request("2026-05-04", WEB), Stop.onRequest());

    assertThat(sent).isEmpty();
    assertThat(ReportDocument.of(report).acknowledged()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          soon       | closes | 'soon' is no date; write year, month and day such as 2026-05-04
          2027-06-09 | closes | 2027-06-09 is more than 400 days away; name an earlier day
          2026-05-10 | -      | the tag ri-expiry:reason gives no reason; add it
          """,
      quoteCharacter = '`')
  void tellsAndWarnsWhereATagIsWrong(String until, String reason, String why) {
    found(tagged(until, reason));

    CheckReport report = run("2026-05-04");

    assertThat(sent).hasSize(1);
    assertThat(report.warnings())
        .containsExactly(
            "the tag ri-expiry:ignore-until of the EC2 commitment r-1 in 222233334444, us-east-1"
                + " silences nothing: "
                + why);
    assertThat(ReportDocument.of(report).acknowledged()).isEmpty();
  }

  @Test
  void aTagWhoseDayHasPassedSaysNothing() {
    found(tagged("2026-05-03", "the shop closes in May"));

    CheckReport report = run("2026-05-04");

    assertThat(sent).hasSize(1);
    assertThat(report.warnings()).isEmpty();
  }

  /// Days on which checks run, on which somebody decides and takes back, and tags: by chance.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void alwaysTellsTheLapseAndEachMilestoneOnceThatNobodySilences(int seed) {
    Random random = new Random(seed);
    RecordedCommitment r1 =
        new RecordedCommitment(Sample.WEB, "us-east-1", "ec2", "r-1", Instant.parse(END));
    for (LocalDate day = LocalDate.parse("2026-03-01");
        !day.isAfter(LocalDate.parse("2026-05-15"));
        day = day.plusDays(1)) {
      LocalDate until = day.plusDays(random.nextInt(30));
      switch (random.nextInt(6)) {
        case 0 -> acknowledged("r-1", END, until.toString());
        case 1 -> {
          var _ = ledger.remove(r1);
        }
        case 2 -> found(tagged(until.toString(), "by chance"));
        default -> found(r1());
      }
      run(day.toString());
    }

    List<Finding> told = sent.stream().flatMap(alert -> alert.findings().stream()).toList();
    assertThat(told.stream().map(Finding::announcement)).doesNotHaveDuplicates();
    assertThat(Finding.only(Lapsed.class, told)).hasSize(1);
  }
}
