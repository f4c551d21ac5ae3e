package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.CALLER;
import static dev.riexpiry.aws.Reads.REGION;
import static dev.riexpiry.aws.Reads.account;
import static dev.riexpiry.aws.Reads.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.sweep.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryTest {
  private static final int DRIPPING = 16;
  private static final Organization ORGANIZATION =
      holding(Reservation.rds(REGION, "db", "db.t4g.micro", 1, "2025-06-01T09:30:00Z", 31_536_000));

  @ParameterizedTest
  @EnumSource(names = {"THROTTLED", "SERVER_ERROR", "HTML_ERROR"})
  void bringsWhatTwoFailuresHeldBack(Kind kind) {
    try (StandIn aws = StandIn.start(ORGANIZATION, Fault.of(kind, AwsService.RDS).times(2));
        AwsClients clients = QuickClients.create()) {
      Reading reading = Reads.signIn(clients, account(CALLER)).read(REGION, Service.RDS);

      assertThat(Reads.ids(reading.commitments())).containsExactly("db");
      assertThat(reading.complete()).isTrue();
      assertThat(aws.calls()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"THROTTLED", "SERVER_ERROR", "HTML_ERROR"})
  void endsAfterFiveAttempts(Kind kind) {
    try (StandIn aws = StandIn.start(ORGANIZATION, Fault.of(kind, AwsService.RDS));
        AwsClients clients = QuickClients.create()) {
      Reading reading = Reads.signIn(clients, account(CALLER)).read(REGION, Service.RDS);

      assertThat(reading.failures()).hasSize(1);
      assertThat(aws.calls()).hasSize(5);
    }
  }

  /// The JDK would post each of them twice, without telling.
  @Test
  void postsNothingThatIsNotCountedAsAnAttempt() {
    try (StandIn aws = StandIn.start(ORGANIZATION, Fault.of(Kind.RESET, AwsService.RDS));
        AwsClients clients = QuickClients.create()) {
      Reads.signIn(clients, account(CALLER)).read(REGION, Service.RDS);

      assertThat(aws.calls()).hasSize(5);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BROKEN_HEAD", "RESET_HEAD", "BROKEN_BODY", "LATE_REFUSAL", "CUT_REFUSAL"})
  void bringsWhatABrokenAnswerHeldBack(Kind kind) {
    try (StandIn aws = StandIn.start(ORGANIZATION, Fault.of(kind, AwsService.RDS).times(1));
        AwsClients clients = QuickClients.impatient(Duration.ofSeconds(1))) {
      Reading reading = Reads.signIn(clients, account(CALLER)).read(REGION, Service.RDS);

      assertThat(reading.failures()).isEmpty();
      assertThat(Reads.ids(reading.commitments())).containsExactly("db");
      assertThat(aws.calls()).hasSize(2);
    }
  }

  /// Time enough for an answer that comes, on a machine with other work too.
  private static Duration patience(Kind kind) {
    return Duration.ofSeconds(kind == Kind.LATE_REFUSAL ? 1 : 20);
  }

  @ParameterizedTest
  @CsvSource({
    "BROKEN_HEAD, 5, UnreadableAnswer, 'status 200, but the rest of the answer was cut off'",
    "RESET_HEAD, 5, ConnectionFailed, the connection was ended",
    "BROKEN_BODY, 5, UnreadableAnswer, 'status 200, but the rest of the answer was cut off'",
    "LATE_REFUSAL, 2, Timeout, 'status 400, but the rest of the answer did not come in time'",
    "CUT_REFUSAL, 5, UnreadableAnswer, 'status 400, but the rest of the answer was cut off'",
    "ENDLESS_REFUSAL, 1, OversizedAnswer, status 403 and more than 1 MB",
    "ENDLESS_PACKED, 1, OversizedAnswer, status 200 and more than",
    "NESTED, 1, UnreadableAnswer, nested deeper",
    "REPEATED_TOKEN, 2, EndlessListing, a page token came again"
  })
  void saysWhatHappenedToABrokenAnswer(Kind kind, int attempts, String code, String message) {
    try (StandIn aws = StandIn.start(ORGANIZATION, Fault.of(kind, AwsService.RDS));
        AwsClients clients = QuickClients.impatient(patience(kind))) {
      Reading reading = Reads.signIn(clients, account(CALLER)).read(REGION, Service.RDS);

      assertThat(reading.failures())
          .singleElement()
          .satisfies(failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.message()).contains(message);
          });
      assertThat(aws.calls()).hasSize(attempts);
    }
  }

  @Test
  void slowsDownForThrottlingOfWhichOnlyTheStatusCame() {
    Fault cut = Fault.of(Kind.CUT_REFUSAL, AwsService.EC2).times(1);
    try (StandIn _ = StandIn.start(ORGANIZATION, cut);
        AwsClients clients = QuickClients.create()) {
      Reading reading = Reads.signIn(clients, account(CALLER)).read(REGION, Service.EC2);

      assertThat(reading.complete()).isTrue();
      assertThat(reading.throttled()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DENIED", "EXPIRED_TOKEN", "BAD_SIGNATURE", "REGION_NOT_ENABLED"})
  void isNotTriedForARefusal(Kind kind) {
    try (StandIn aws = StandIn.start(ORGANIZATION, Fault.of(kind, AwsService.RDS));
        AwsClients clients = QuickClients.create()) {
      Reads.signIn(clients, account(CALLER)).read(REGION, Service.RDS);

      assertThat(aws.calls()).hasSize(1);
    }
  }

  @Test
  void bringsWhatOneSilenceHeldBack() {
    try (StandIn _ = StandIn.start(ORGANIZATION, Fault.of(Kind.SILENCE, AwsService.RDS).times(1));
        AwsClients clients = QuickClients.impatient(Duration.ofMillis(500))) {
      Reading reading = Reads.signIn(clients, account(CALLER)).read(REGION, Service.RDS);

      assertThat(Reads.ids(reading.commitments())).containsExactly("db");
    }
  }

  @Test
  void givesUpOnSilenceAndSaysSo() {
    try (StandIn aws = StandIn.start(ORGANIZATION, Fault.of(Kind.SILENCE, AwsService.RDS));
        AwsClients clients = QuickClients.impatient(Duration.ofMillis(50))) {
      Reading reading = Reads.signIn(clients, account(CALLER)).read(REGION, Service.RDS);

      assertThat(reading.failures())
          .containsExactly(
              new Failure(
                  "rds:DescribeReservedDBInstances",
                  "Timeout",
                  "AWS did not answer in time",
                  "run the check again; if it repeats, see whether the network lets this region"
                      + " through"));
      assertThat(aws.calls()).hasSize(2);
    }
  }

  /// One thread ends them all, and must not wait for any of them.
  @Test
  void endsManyAnswersAtOnceThatNeverComeToAnEnd() {
    try (StandIn _ = StandIn.start(ORGANIZATION, Fault.of(Kind.DRIP, AwsService.RDS));
        AwsClients clients = QuickClients.impatient(Duration.ofMillis(500))) {
      List<Reading> readings =
          assertTimeoutPreemptively(
              Duration.ofSeconds(10),
              () -> atOnce(() -> Reads.signIn(clients, account(CALLER)).read(REGION, Service.RDS)));

      assertThat(readings)
          .hasSize(DRIPPING)
          .allSatisfy(reading ->
              assertThat(reading.failures()).extracting(Failure::code).containsExactly("Timeout"));
    }
  }

  private static List<Reading> atOnce(Callable<Reading> read)
      throws InterruptedException, ExecutionException {
    List<Reading> readings = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Reading> reading : threads.invokeAll(Collections.nCopies(DRIPPING, read))) {
        readings.add(reading.get());
      }
    }
    return readings;
  }
}
