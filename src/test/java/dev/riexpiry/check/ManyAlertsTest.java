package dev.riexpiry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.CheckFixture;
import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.delivery.LedgerStatus;
import dev.riexpiry.delivery.Publisher;
import dev.riexpiry.delivery.Receipt;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.ledger.FakeLedger;
import dev.riexpiry.ledger.RecordKeeping;
import dev.riexpiry.ledger.WatchedLedger;
import dev.riexpiry.sweep.FakeAws;
import dev.riexpiry.sweep.Reading;
import dev.riexpiry.sweep.Stop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Tests how a check with many alerts uses its ledger.
class ManyAlertsTest {
  private static final Account WEB = Sample.account("web-prod", Sample.WEB, "us-east-1");
  private static final Failure SICK =
      new Failure("dynamodb:UpdateItem", "Throttled", "too fast", "ask less");

  private final List<String> steps = new ArrayList<>();
  private Instant now = Instant.parse("2026-05-04T06:00:00Z");

  private CheckReport run(
      int commitments, int atOnce, Publisher publisher, Function<String, Optional<Failure>> step) {
    FakeAws aws = new FakeAws();
    aws.answers(
        Sample.WEB,
        "us-east-1",
        Service.EC2,
        new Reading(
            IntStream.range(0, commitments)
                .<Commitment>mapToObj(i -> Sample.ec2(Sample.WEB, "r-" + i, "2026-05-11T03:59:59Z"))
                .toList(),
            List.of(),
            false));
    WatchedLedger ledger =
        new WatchedLedger(
            new FakeLedger(),
            new WatchedLedger.Watch() {
              @Override
              public Optional<Failure> before(String name) {
                return step.apply(name);
              }

              @Override
              public Optional<Failure> after(String name) {
                return Optional.empty();
              }
            });
    return CheckFixture.check(
            aws, publisher, new RecordKeeping(ledger, "run", () -> now, _ -> true, atOnce))
        .run(
            CheckFixture.request(
                "2026-05-04",
                CheckFixture.everybody(WEB),
                Grouping.RESERVATION,
                new DeliveryMode.Publish(CheckFixture.TOPIC)),
            Stop.onRequest());
  }

  @Test
  void asksForNoLeaseTwiceAtThePaceOfMessages() {
    CheckReport report =
        run(
            1_000,
            1,
            (_, alert) -> {
              now = now.plusMillis(150);
              return new Receipt.Result.Sent("m-" + alert.subject());
            },
            step -> {
              steps.add(step);
              return Optional.empty();
            });

    assertThat(report.receipts()).hasSize(1_000);
    assertThat(steps).filteredOn(step -> step.startsWith("claim")).hasSize(1_000);
  }

  @Test
  void anAlertDoesNotWaitForTheRecordOfTheOneBefore() {
    CountDownLatch bothPublished = new CountDownLatch(2);
    List<Boolean> waited = new ArrayList<>();

    CheckReport report =
        run(
            2,
            4,
            (_, alert) -> {
              bothPublished.countDown();
              return new Receipt.Result.Sent("m-" + alert.subject());
            },
            step -> {
              if (step.startsWith("confirm")) {
                boolean published = await(bothPublished);
                synchronized (waited) {
                  waited.add(published);
                }
              }
              return Optional.empty();
            });

    assertThat(waited).containsExactly(true, true);
    assertThat(report.ledger().state()).isEqualTo(LedgerStatus.State.WRITTEN);
  }

  @Test
  void whatCannotBeRecordedBesideIsSaid() {
    CheckReport report =
        run(
            3,
            4,
            (_, alert) -> new Receipt.Result.Sent("m-" + alert.subject()),
            step -> step.startsWith("confirm") ? Optional.of(SICK) : Optional.empty());

    assertThat(report.ledger().state()).isEqualTo(LedgerStatus.State.FAILED);
    assertThat(report.warnings())
        .satisfiesExactly(
            ofAlerts -> assertThat(ofAlerts).contains("(3 times)"),
            ofAccounts -> assertThat(ofAccounts).startsWith("which accounts the last check had"));
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(2, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
