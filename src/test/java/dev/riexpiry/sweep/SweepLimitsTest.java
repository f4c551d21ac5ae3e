package dev.riexpiry.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.sweep.AwsAccess.AccountSession;
import dev.riexpiry.sweep.Sweep.Progress;
import dev.riexpiry.sweep.SweepResult.Listed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The limits to the harm that one account, one service or the clock does to the rest.
@Timeout(60)
class SweepLimitsTest {
  private static final List<Service> SERVICES = List.of(Service.EC2, Service.RDS);
  private static final Reading NOTHING = new Reading(List.of(), List.of(), false);
  private static final Commitment WEB_EC2 = Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z");
  private static final Optional<Outcome<Identity>> KNOWN_CALLER =
      Optional.of(new Outcome.Found<>(Sample.CALLER));
  private static final Account WEB = Sample.account("web-prod", Sample.WEB, "us-east-1");
  private static final Account DATA = Sample.account("data-prod", Sample.DATA, "eu-west-1");

  /// The behaviour of one account when it is read.
  private interface Behaviour {
    Reading read(AccountId id, String region, Service service) throws InterruptedException;
  }

  private static AwsAccess aws(Behaviour behaviour) {
    return entering(account -> Asked.known(session(account, behaviour)));
  }

  private static AwsAccess entering(Function<Account, Asked<AccountSession>> signIn) {
    return new AwsAccess() {
      @Override
      public Asked<Identity> caller() {
        return Asked.known(Sample.CALLER);
      }

      @Override
      public Asked<AccountSession> signIn(Account account) {
        return signIn.apply(account);
      }
    };
  }

  private static AccountSession session(Account account, Behaviour behaviour) {
    return new AccountSession() {
      @Override
      public Asked<List<String>> enabledRegions() {
        throw new IllegalStateException("a defect in telling regions");
      }

      @Override
      public Reading read(String region, Service service) {
        try {
          return behaviour.read(account.id(), region, service);
        } catch (InterruptedException e) {
          return new Reading(List.of(WEB_EC2), List.of(), false);
        }
      }
    };
  }

  private static Reading late() throws InterruptedException {
    new CountDownLatch(1).await();
    return NOTHING;
  }

  @Test
  void tellsWhatWasReadAndWhatWasNotWhenTimeRunsOut() {
    AtomicLong nanos = new AtomicLong();
    Progress progress = (done, known) -> nanos.set(done == 3 ? 10_000_000_001L : 0);
    AwsAccess aws =
        aws((id, region, service) ->
            id.equals(Sample.DATA) && service == Service.RDS
                ? late()
                : new Reading(
                    service == Service.EC2 && id.equals(Sample.WEB) ? List.of(WEB_EC2) : List.of(),
                    List.of(),
                    false));
    Stop stop = Stop.after(Duration.ofSeconds(10), nanos::get);

    SweepResult result =
        new Sweep(aws, SERVICES, 2, progress)
            .run(List.of(WEB, DATA), KNOWN_CALLER, all -> all, stop);

    assertThat(result)
        .isEqualTo(
            new SweepResult(
                new ReadCounts(2, 2, 3, 1, 1),
                List.of(WEB_EC2),
                List.of(
                    Sample.failure(
                        Sample.DATA,
                        "eu-west-1",
                        Service.RDS,
                        new Failure(
                            "rds:DescribeReservedDBInstances",
                            "DeadlineExceeded",
                            "the time for the check ran out before this was read",
                            "the next day's check starts at this end of the list; if it repeats,"
                                + " give it more time, raise the concurrency, or spread it over"
                                + " more functions"))),
                Set.of(
                    new Listed("us-east-1", Service.EC2),
                    new Listed("us-east-1", Service.RDS),
                    new Listed("eu-west-1", Service.EC2)),
                Optional.of(Sample.CALLER)));
  }

  @Test
  void tellsWhatWasReadAndWhatWasNotWhenSomebodyEndsIt() {
    Stop stop = Stop.onRequest();
    Progress progress =
        (done, known) -> {
          if (done == 1) {
            stop.request();
          }
        };
    AwsAccess aws = aws((id, region, service) -> service == Service.RDS ? late() : NOTHING);

    SweepResult result =
        new Sweep(aws, SERVICES, 2, progress).run(List.of(WEB), KNOWN_CALLER, all -> all, stop);

    assertThat(result)
        .isEqualTo(
            new SweepResult(
                new ReadCounts(1, 1, 1, 1, 0),
                List.of(),
                List.of(
                    Sample.failure(
                        Sample.WEB,
                        "us-east-1",
                        Service.RDS,
                        new Failure(
                            "rds:DescribeReservedDBInstances",
                            "Cancelled",
                            "the check was ended before this was read",
                            "run the check again and let it end by itself"))),
                Set.of(new Listed("us-east-1", Service.EC2)),
                Optional.of(Sample.CALLER)));
  }

  @Test
  void anAccountThatWaitsForTheProofOfTheCallerIsUnreadableForWantOfIt() {
    Account own = Sample.own("tools", Sample.TOOLS, "us-east-1");

    SweepResult result =
        new Sweep(new SilentAws(), SERVICES, 1, Progress.NONE)
            .run(List.of(own), all -> all, Stop.after(Duration.ZERO));

    assertThat(result.failures())
        .extracting(item -> item.failure().action(), item -> item.failure().code())
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("sts:GetCallerIdentity", "DeadlineExceeded"));
  }

  @Test
  void anAccountThatWasNotEnteredIsUnreadableAsAWhole() {
    SweepResult result =
        new Sweep(new SilentAws(), SERVICES, 1, Progress.NONE)
            .run(List.of(WEB, DATA), all -> all, Stop.after(Duration.ZERO));

    assertThat(result.counts()).isEqualTo(new ReadCounts(2, 0, 0, 2, 0));
    assertThat(result.failures())
        .extracting(
            PlaceFailure::place, item -> item.failure().action(), item -> item.failure().code())
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                new Place.Account(Sample.WEB), "sts:AssumeRole", "DeadlineExceeded"),
            org.assertj.core.api.Assertions.tuple(
                new Place.Account(Sample.DATA), "sts:AssumeRole", "DeadlineExceeded"));
  }

  @Test
  void throttlingLowersTheRateOfThatServiceOnly() {
    CountDownLatch firstAccount = new CountDownLatch(2);
    CountDownLatch rdsAtOnce = new CountDownLatch(3);
    AtomicInteger ec2 = new AtomicInteger();
    AtomicInteger mostEc2 = new AtomicInteger();
    Behaviour behaviour =
        (id, region, service) -> {
          if (service == Service.EC2) {
            mostEc2.accumulateAndGet(ec2.incrementAndGet(), Math::max);
            ec2.decrementAndGet();
            return new Reading(List.of(), List.of(), true);
          }
          if (id.equals(Sample.DATA)) {
            rdsAtOnce.countDown();
            rdsAtOnce.await();
          }
          return NOTHING;
        };
    AwsAccess aws =
        entering(account -> {
          if (account.id().equals(Sample.DATA)) {
            try {
              firstAccount.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
          return Asked.known(session(account, behaviour));
        });
    Progress progress =
        (done, known) -> {
          if (done > 0) {
            firstAccount.countDown();
          }
        };
    Account regions =
        Sample.account(
            "data-prod",
            Sample.DATA,
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "sa-east-1");

    SweepResult result =
        new Sweep(aws, SERVICES, 4, progress)
            .run(List.of(WEB, regions), all -> all, Stop.onRequest());

    assertThat(result.counts()).isEqualTo(new ReadCounts(2, 2, 18, 0, 0));
    assertThat(mostEc2).hasValue(1);
  }

  @Test
  void aDefectInOneTargetLeavesTheOthersResults() {
    AwsAccess aws =
        aws((id, region, service) -> {
          if (service == Service.RDS) {
            throw new IllegalStateException("a defect in reading");
          }
          return new Reading(List.of(WEB_EC2), List.of(), false);
        });

    SweepResult result =
        new Sweep(aws, SERVICES, 2, Progress.NONE).run(List.of(WEB), all -> all, Stop.onRequest());

    assertThat(result)
        .isEqualTo(
            new SweepResult(
                new ReadCounts(1, 1, 1, 1, 1),
                List.of(WEB_EC2),
                List.of(
                    Sample.failure(
                        Sample.WEB,
                        "us-east-1",
                        Service.RDS,
                        defect("rds:DescribeReservedDBInstances", "a defect in reading"))),
                Set.of(new Listed("us-east-1", Service.EC2)),
                Optional.of(Sample.CALLER)));
  }

  @Test
  void aDefectInEnteringOneAccountLeavesTheOthersResults() {
    SweepResult result =
        new Sweep(aws((id, region, service) -> NOTHING), SERVICES, 2, Progress.NONE)
            .run(
                List.of(WEB, Sample.account("data-prod", Sample.DATA)),
                all -> all,
                Stop.onRequest());

    assertThat(result)
        .isEqualTo(
            new SweepResult(
                new ReadCounts(2, 1, 2, 1, 0),
                List.of(),
                List.of(
                    Sample.failure(
                        Sample.DATA, defect("sts:AssumeRole", "a defect in telling regions"))),
                Set.of(new Listed("us-east-1", Service.EC2), new Listed("us-east-1", Service.RDS)),
                Optional.of(Sample.CALLER)));
  }

  private static Failure defect(String action, String message) {
    return new Failure(
        action,
        "Defect",
        "java.lang.IllegalStateException: " + message,
        "this is a defect of this program: report it, and look the place up in the AWS console");
  }
}
