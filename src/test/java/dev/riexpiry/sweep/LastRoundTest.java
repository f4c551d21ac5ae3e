package dev.riexpiry.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.sweep.AwsAccess.AccountSession;
import dev.riexpiry.sweep.Sweep.Progress;
import dev.riexpiry.sweep.SweepResult.Listed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LastRoundTest {
  private static final List<Service> SERVICES = List.of(Service.EC2, Service.RDS);
  private static final Commitment WEB_EC2 = Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z");
  private static final Reading FOUND = new Reading(List.of(WEB_EC2), List.of(), false);
  private static final Reading NOTHING = new Reading(List.of(), List.of(), false);
  private static final Failure SILENT =
      new Failure("ec2:DescribeReservedInstances", "Timeout", "no answer", "wait");
  private static final Failure DENIED = Sample.denied("sts:AssumeRole");
  private static final Account WEB = Sample.account("web-prod", Sample.WEB, "us-east-1");

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /// The answers of an AWS that may be slow.
  @SuppressWarnings("UnusedVariable")
  private interface Answers {
    default Asked<Identity> caller(boolean patient) {
      return Asked.known(Sample.CALLER);
    }

    default Asked<Boolean> signIn(boolean patient) {
      return Asked.known(true);
    }

    Reading read(AccountId id, Service service, boolean patient) throws InterruptedException;
  }

  private AwsAccess aws(Answers answers, boolean patient) {
    return new AwsAccess() {
      @Override
      public Asked<Identity> caller() {
        return answers.caller(patient);
      }

      @Override
      public Asked<AccountSession> signIn(Account account) {
        asked.add(patient ? "sign in again" : "sign in");
        return answers.signIn(patient).map(_ -> session(account.id(), answers, patient));
      }

      @Override
      public AwsAccess patient() {
        return aws(answers, true);
      }
    };
  }

  private AccountSession session(AccountId id, Answers answers, boolean patient) {
    return new AccountSession() {
      @Override
      public Asked<List<String>> enabledRegions() {
        throw new IllegalStateException("regions are listed");
      }

      @Override
      public Reading read(String region, Service service) {
        asked.add(service.id() + (patient ? " again" : ""));
        try {
          return answers.read(id, service, patient);
        } catch (InterruptedException e) {
          return NOTHING;
        }
      }

      @Override
      public AccountSession patient() {
        return session(id, answers, true);
      }
    };
  }

  private SweepResult sweep(Answers answers, List<Account> accounts, Stop stop) {
    return new Sweep(aws(answers, false), SERVICES, 4, Progress.NONE)
        .run(accounts, all -> all, stop);
  }

  @Test
  void readsWithMorePatienceWhatDidNotAnswerInTime() {
    SweepResult result =
        sweep(
            (_, service, patient) ->
                service == Service.RDS ? NOTHING : patient ? FOUND : Reading.failed(SILENT),
            List.of(WEB),
            Stop.onRequest());

    assertThat(result)
        .isEqualTo(
            new SweepResult(
                new ReadCounts(1, 1, 2, 0, 1),
                List.of(WEB_EC2),
                List.of(),
                Set.of(new Listed("us-east-1", Service.EC2), new Listed("us-east-1", Service.RDS)),
                Optional.of(Sample.CALLER)));
    assertThat(asked).containsExactlyInAnyOrder("sign in", "ec2", "rds", "ec2 again");
    assertThat(asked.getLast()).isEqualTo("ec2 again");
  }

  @Test
  void doesNotAskAgainWhatWasRefused() {
    sweep((_, _, _) -> Reading.failed(DENIED), List.of(WEB), Stop.onRequest());

    assertThat(asked).containsExactlyInAnyOrder("sign in", "ec2", "rds");
  }

  @Test
  void keepsTheFullerOfTwoReadingsThatWereBothCutShort() {
    Reading firstPage = new Reading(List.of(WEB_EC2), List.of(SILENT), false);
    SweepResult result =
        sweep(
            (_, service, patient) ->
                service == Service.RDS ? NOTHING : patient ? Reading.failed(SILENT) : firstPage,
            List.of(WEB),
            Stop.onRequest());

    assertThat(result)
        .isEqualTo(
            new SweepResult(
                new ReadCounts(1, 1, 1, 1, 1),
                List.of(WEB_EC2),
                List.of(Sample.failure(Sample.WEB, "us-east-1", Service.EC2, SILENT)),
                Set.of(new Listed("us-east-1", Service.EC2), new Listed("us-east-1", Service.RDS)),
                Optional.of(Sample.CALLER)));
  }

  @Test
  void signsInOnceMoreAndReadsWhatIsThere() {
    SweepResult result =
        sweep(
            new Answers() {
              @Override
              public Asked<Boolean> signIn(boolean patient) {
                return patient ? Asked.known(true) : Asked.failed(SILENT);
              }

              @Override
              public Reading read(AccountId id, Service service, boolean patient) {
                return service == Service.EC2 ? FOUND : NOTHING;
              }
            },
            List.of(WEB),
            Stop.onRequest());

    assertThat(result)
        .isEqualTo(
            new SweepResult(
                new ReadCounts(1, 1, 2, 0, 1),
                List.of(WEB_EC2),
                List.of(),
                Set.of(new Listed("us-east-1", Service.EC2), new Listed("us-east-1", Service.RDS)),
                Optional.of(Sample.CALLER)));
    assertThat(asked)
        .containsExactlyInAnyOrder("sign in", "sign in again", "ec2 again", "rds again");
  }

  @Test
  void asksOnceMoreWhoseTheCallersCredentialsAre() {
    SweepResult result =
        sweep(
            new Answers() {
              @Override
              public Asked<Identity> caller(boolean patient) {
                return patient ? Asked.known(Sample.CALLER) : Asked.failed(SILENT);
              }

              @Override
              public Reading read(AccountId id, Service service, boolean patient) {
                return NOTHING;
              }
            },
            List.of(
                Sample.own("tools", Sample.TOOLS, "us-east-1"),
                Sample.own("mistyped", Sample.DATA, "us-east-1")),
            Stop.onRequest());

    assertThat(result.counts()).isEqualTo(new ReadCounts(2, 1, 2, 1, 0));
    assertThat(result.caller()).contains(Sample.CALLER);
    assertThat(result.failures())
        .extracting(item -> item.failure().code())
        .containsExactly(Failure.WRONG_ACCOUNT);
  }

  @Test
  void endsWhenAsManyAsAreAskedAtOnceStaySilentOneAfterTheOther() {
    List<Account> accounts =
        IntStream.range(0, 40)
            .mapToObj(
                i -> Sample.account("a" + i, new AccountId("1000000000" + (10 + i)), "us-east-1"))
            .toList();
    SweepResult result = sweep((_, _, _) -> Reading.failed(SILENT), accounts, Stop.onRequest());

    assertThat(result.counts().targetsUnreadable()).isEqualTo(80);
    assertThat(result.failures()).extracting(item -> item.failure()).containsOnly(SILENT);
    assertThat(asked.stream().filter(what -> what.endsWith("again")).count())
        .isEqualTo(LastRound.AT_ONCE);
  }

  @Test
  void goesOnWhileSomeOfThemAnswer() {
    AtomicInteger count = new AtomicInteger();
    List<Account> accounts =
        IntStream.range(0, 40)
            .mapToObj(
                i -> Sample.account("a" + i, new AccountId("1000000000" + (10 + i)), "us-east-1"))
            .toList();
    SweepResult result =
        sweep(
            (_, _, patient) ->
                patient && count.getAndIncrement() % 4 == 0 ? NOTHING : Reading.failed(SILENT),
            accounts,
            Stop.onRequest());

    assertThat(count).hasValue(80);
    assertThat(result.counts().targetsRead()).isEqualTo(20);
  }

  @Test
  void tellsTheSilenceOfTheFirstRoundWhenTimeRunsOutInTheLast() {
    AtomicLong nanos = new AtomicLong();
    Stop stop = Stop.after(Duration.ofSeconds(10), nanos::get);
    SweepResult result =
        sweep(
            (_, service, patient) -> {
              if (service == Service.RDS) {
                return NOTHING;
              }
              if (patient) {
                nanos.set(10_000_000_001L);
                new CountDownLatch(1).await();
              }
              return Reading.failed(SILENT);
            },
            List.of(WEB),
            stop);

    assertThat(result)
        .isEqualTo(
            new SweepResult(
                new ReadCounts(1, 1, 1, 1, 0),
                List.of(),
                List.of(Sample.failure(Sample.WEB, "us-east-1", Service.EC2, SILENT)),
                Set.of(new Listed("us-east-1", Service.RDS)),
                Optional.of(Sample.CALLER)));
  }
}
