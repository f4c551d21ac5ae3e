package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.delivery.SendingTime;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.ledger.RecordKeeping;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Tests what a check does that has no time to tell everything.
class LateCheckTest {
  private static final Account WEB = Sample.account("web-prod", Sample.WEB, "us-east-1");

  private final FakeAws aws = new FakeAws();
  private final FakeLedger ledger = new FakeLedger();
  private final List<String> told = new ArrayList<>();
  private final List<String> repeats = new ArrayList<>();
  private Duration left = Duration.ofMinutes(10);
  private Duration aMail = Duration.ZERO;
  private int runs;

  private Receipt.Result.Attempt publish(Alert alert) {
    left = left.minus(aMail);
    alert.findings(Expiring.class).forEach(item -> told.add(item.commitment().id()));
    if (alert.mail().contains("may be a repeat")) {
      repeats.add(alert.subject());
    }
    return new Receipt.Result.Sent("m-" + told.size());
  }

  private CheckReport run(Grouping grouping, boolean recorded) {
    runs++;
    Optional<RecordKeeping> keeping =
        recorded ? Optional.of(CheckFixture.keeping(ledger, runs)) : Optional.empty();
    return CheckFixture.check(aws, (_, alert) -> publish(alert), keeping)
        .sendingWithin(new SendingTime(() -> Optional.of(left)))
        .run(request(List.of(WEB), grouping), Stop.onRequest());
  }

  /// Commitments of which the first ends last.
  private void found(int count) {
    aws.answers(
        Sample.WEB,
        "us-east-1",
        Service.EC2,
        new Reading(
            IntStream.range(0, count)
                .<Commitment>mapToObj(i ->
                    Sample.ec2(Sample.WEB, "r-" + i, "2026-05-%02dT03:59:59Z".formatted(30 - i)))
                .toList(),
            List.of(),
            false));
  }

  @Test
  void tellsTheSoonestEndsAndLeavesTheOthersToTheNextRun() {
    found(5);
    left = Duration.ofMillis(320);

    CheckReport report = run(Grouping.RESERVATION, true);

    assertThat(told).containsExactly("r-4", "r-3");
    assertThat(report.summary().untold())
        .extracting(LateCheckTest::id)
        .containsExactly("r-2", "r-1", "r-0");
    assertThat(ReportDocument.of(report).untold()).isEqualTo(3);
    assertThat(report.warnings())
        .singleElement()
        .asString()
        .startsWith("there was no time to tell 3 findings that are due");

    left = Duration.ofMinutes(10);
    CheckReport next = run(Grouping.RESERVATION, true);

    assertThat(told).containsExactly("r-4", "r-3", "r-2", "r-1", "r-0");
    assertThat(repeats).isEmpty();
    assertThat(next.summary().untold()).isEmpty();
    assertThat(ReportDocument.of(next).compact()).doesNotContain("untold");
  }

  @Test
  void givesBackWhatItHasClaimedAndFindsNoTimeFor() {
    found(5);
    left = Duration.ofSeconds(1);
    aMail = Duration.ofMillis(600);

    CheckReport report = run(Grouping.RESERVATION, true);

    assertThat(told).containsExactly("r-4", "r-3");
    assertThat(report.summary().untold()).hasSize(3);
    assertThat(report.summary().due()).hasSize(5);

    left = Duration.ofMinutes(10);
    run(Grouping.RESERVATION, true);

    assertThat(told).containsExactly("r-4", "r-3", "r-2", "r-1", "r-0");
    assertThat(repeats).isEmpty();
  }

  @Test
  void triesOneAlertHoweverLittleTimeThereIs() {
    found(5);
    left = Duration.ofSeconds(-3);

    CheckReport report = run(Grouping.DIGEST, true);

    assertThat(told).containsExactly("r-4");
    assertThat(report.summary().untold()).hasSize(4);
  }

  @Test
  void saysThatNobodyRemembersItWithoutALedger() {
    found(5);
    left = Duration.ofSeconds(1);
    aMail = Duration.ofMillis(600);

    CheckReport report = run(Grouping.RESERVATION, false);

    assertThat(told).containsExactly("r-4", "r-3");
    assertThat(report.warnings()).singleElement().asString().contains("without a ledger");
  }

  @Test
  void endsReadingSoThatWhatWasFoundCanBeTold() {
    assertThat(secondsForReading(20)).isBetween(70L, 100L);
    assertThat(secondsForReading(400)).isBetween(30L, 65L);
    assertThat(secondsForReading(40_000)).as("half of the time is for reading").isBetween(20L, 50L);
  }

  /// The time for reading, of 100 seconds, with 25 more for sending, when so many were found.
  private long secondsForReading(int found) {
    Forecast forecast = new Forecast(request(List.of(WEB), Grouping.RESERVATION));
    Commitment soon = Sample.ec2(Sample.WEB, "r", "2026-05-11T03:59:59Z");
    forecast.note(
        IntStream.range(0, found)
            .<Commitment>mapToObj(i -> Sample.ec2(Sample.WEB, "r-" + i, "2026-05-11T03:59:59Z"))
            .toList());
    forecast.note(List.of(soon, Sample.ec2(Sample.WEB, "later", "2027-05-11T03:59:59Z")));
    assertThat(forecast.telling().findings()).isEqualTo(found + 1);
    return CheckFixture.check(aws, (_, alert) -> publish(alert))
        .sendingWithin(new SendingTime(() -> Optional.of(Duration.ofSeconds(125))))
        .leavingTimeFor(forecast, Stop.after(Duration.ofSeconds(100)))
        .left()
        .orElseThrow()
        .toSeconds();
  }

  @Test
  void warnsOfAGroupingThatMayTakeLong() {
    List<Account> many =
        IntStream.range(0, 3_000)
            .mapToObj(i ->
                Sample.account(
                    "a-" + i, new AccountId("%012d".formatted(500_000_000_000L + i)), "us-east-1"))
            .toList();

    assertThat(warnings(many, Grouping.ACCOUNT))
        .singleElement()
        .asString()
        .startsWith("the account grouping makes up to 3,000 messages");
    assertThat(warnings(many, Grouping.DIGEST)).isEmpty();
    assertThat(warnings(many.subList(0, 1_000), Grouping.ACCOUNT)).isEmpty();
  }

  private static List<String> warnings(List<Account> accounts, Grouping grouping) {
    return new Forecast(request(accounts, grouping)).warning().stream().toList();
  }

  private static CheckRequest request(List<Account> accounts, Grouping grouping) {
    return CheckFixture.request(
        "2026-05-04",
        CheckFixture.everybody(accounts),
        grouping,
        new DeliveryMode.Publish(CheckFixture.TOPIC));
  }

  private static String id(Finding finding) {
    return finding instanceof Expiring item ? item.commitment().id() : "";
  }
}
