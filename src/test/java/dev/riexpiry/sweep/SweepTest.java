package dev.riexpiry.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.sweep.Sweep.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
  private static final List<Service> SERVICES = List.of(Service.EC2, Service.RDS);
  private static final Commitment WEB_EC2 = Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z");
  private static final Commitment WEB_EC2_NEXT =
      Sample.ec2(Sample.WEB, "r-2", "2026-05-12T03:59:59Z");
  private static final Commitment DATA_RDS =
      Sample.rds(Sample.DATA, "orders", "2026-05-11T00:00:00Z");
  private static final Failure DENIED = Sample.denied("rds:DescribeReservedDBInstances");
  private static final Failure NO_ENTRY = Sample.denied("sts:AssumeRole");
  private static final Account WEB = Sample.account("web-prod", Sample.WEB, "us-east-1");
  private static final Account DATA =
      Sample.account("data-prod", Sample.DATA, "eu-west-1", "us-east-1");

  private static SweepResult sweep(AwsAccess aws, Account... accounts) {
    return new Sweep(aws, SERVICES, 4, Progress.NONE)
        .run(List.of(accounts), all -> all, Stop.onRequest());
  }

  private static Reading found(Commitment... commitments) {
    return new Reading(List.of(commitments), List.of(), false);
  }

  @Test
  void readsEveryRegionAndServiceOfEveryAccount() {
    FakeAws aws =
        new FakeAws()
            .answers(Sample.WEB, "us-east-1", Service.EC2, found(WEB_EC2, WEB_EC2_NEXT))
            .answers(Sample.DATA, "eu-west-1", Service.RDS, found(DATA_RDS));

    SweepResult result = sweep(aws, WEB, DATA);

    assertThat(result.kept()).containsExactlyInAnyOrder(WEB_EC2, WEB_EC2_NEXT, DATA_RDS);
    assertThat(result.failures()).isEmpty();
    assertThat(result.counts()).isEqualTo(new ReadCounts(2, 2, 6, 0, 3));
  }

  @Test
  void losesNothingToATargetThatFails() {
    FakeAws aws =
        new FakeAws()
            .answers(Sample.WEB, "us-east-1", Service.EC2, found(WEB_EC2))
            .answers(Sample.WEB, "us-east-1", Service.RDS, Reading.failed(DENIED))
            .answers(Sample.DATA, "eu-west-1", Service.RDS, found(DATA_RDS));

    SweepResult result = sweep(aws, WEB, DATA);

    assertThat(result.kept()).containsExactlyInAnyOrder(WEB_EC2, DATA_RDS);
    assertThat(result.failures())
        .containsExactly(Sample.failure(Sample.WEB, "us-east-1", Service.RDS, DENIED));
    assertThat(result.counts()).isEqualTo(new ReadCounts(2, 2, 5, 1, 2));
  }

  @Test
  void keepsThePageThatCameBeforeAFailure() {
    FakeAws aws =
        new FakeAws()
            .answers(
                Sample.DATA,
                "eu-west-1",
                Service.RDS,
                new Reading(List.of(DATA_RDS), List.of(DENIED), false));

    SweepResult result = sweep(aws, DATA);

    assertThat(result.kept()).containsExactly(DATA_RDS);
    assertThat(result.counts()).isEqualTo(new ReadCounts(1, 1, 3, 1, 1));
  }

  @Test
  void countsATargetOnceHoweverManyFailuresItHas() {
    Failure other = new Failure("rds:DescribeReservedDBInstances", "UnusableAnswer", "x", "y");
    FakeAws aws =
        new FakeAws()
            .answers(
                Sample.WEB,
                "us-east-1",
                Service.RDS,
                new Reading(List.of(), List.of(other, DENIED), false));

    SweepResult result = sweep(aws, WEB);

    assertThat(result.failures()).extracting(PlaceFailure::failure).containsExactly(DENIED, other);
    assertThat(result.counts()).isEqualTo(new ReadCounts(1, 1, 1, 1, 0));
  }

  @Test
  void losesNothingToAnAccountThatCannotBeEntered() {
    FakeAws aws =
        new FakeAws()
            .closes(Sample.WEB, NO_ENTRY)
            .answers(Sample.DATA, "eu-west-1", Service.RDS, found(DATA_RDS));

    SweepResult result = sweep(aws, WEB, DATA);

    assertThat(result.kept()).containsExactly(DATA_RDS);
    assertThat(result.failures()).containsExactly(Sample.failure(Sample.WEB, NO_ENTRY));
    assertThat(result.counts()).isEqualTo(new ReadCounts(2, 1, 4, 1, 1));
  }

  @Test
  void losesNothingToAnAccountThatDoesNotTellItsRegions() {
    FakeAws aws =
        new FakeAws()
            .enables(Sample.WEB, new Outcome.Failed<>(DENIED))
            .answers(Sample.DATA, "eu-west-1", Service.RDS, found(DATA_RDS));

    SweepResult result = sweep(aws, Sample.account("web-prod", Sample.WEB), DATA);

    assertThat(result.kept()).containsExactly(DATA_RDS);
    assertThat(result.failures()).containsExactly(Sample.failure(Sample.WEB, DENIED));
  }

  @Test
  void readsTheEnabledRegionsOfAnAccountThatNamesNone() {
    FakeAws aws =
        new FakeAws()
            .enables(
                Sample.WEB, new Outcome.Found<>(List.of("us-east-1", "us-west-2", "sa-east-1")));

    assertThat(sweep(aws, Sample.account("web-prod", Sample.WEB)).counts())
        .isEqualTo(new ReadCounts(1, 1, 6, 0, 0));
  }

  @Test
  void anAccountOfWhichNothingCouldBeReadIsNotRead() {
    FakeAws aws =
        new FakeAws()
            .answers(Sample.WEB, "us-east-1", Service.EC2, Reading.failed(DENIED))
            .answers(Sample.WEB, "us-east-1", Service.RDS, Reading.failed(DENIED));

    assertThat(sweep(aws, WEB).counts()).isEqualTo(new ReadCounts(1, 0, 0, 2, 0));
  }

  @Test
  void countsLiveOnesAndLetsGoWhatIsNotToBeKept() {
    Commitment retired =
        Sample.ec2(Sample.WEB, "r-3", "2026-05-11T03:59:59Z", CommitmentState.Known.RETIRED);
    FakeAws aws =
        new FakeAws()
            .answers(Sample.WEB, "us-east-1", Service.EC2, found(WEB_EC2, WEB_EC2_NEXT, retired));

    SweepResult result =
        new Sweep(aws, SERVICES, 1, Progress.NONE)
            .run(
                List.of(WEB),
                all -> all.stream().filter(WEB_EC2_NEXT::equals).toList(),
                Stop.onRequest());

    assertThat(result.kept()).containsExactly(WEB_EC2_NEXT);
    assertThat(result.counts().active()).isEqualTo(2);
  }

  @Test
  void signsInToEachAccountOnce() {
    FakeAws aws = new FakeAws();

    sweep(aws, DATA, WEB);

    assertThat(aws.signedIn()).containsExactlyInAnyOrder(Sample.DATA, Sample.WEB);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void reachesItsConcurrencyAndNeverExceedsIt(int concurrency) {
    FakeAws aws = new FakeAws(concurrency);
    List<Account> accounts =
        IntStream.range(0, 40)
            .mapToObj(i ->
                Sample.account(
                    "a" + i, new AccountId("%012d".formatted(i)), "us-east-1", "eu-west-1"))
            .toList();

    SweepResult result =
        new Sweep(aws, SERVICES, concurrency, Progress.NONE)
            .run(accounts, all -> all, Stop.onRequest());

    assertThat(aws.most()).isEqualTo(concurrency);
    assertThat(result.counts()).isEqualTo(new ReadCounts(40, 40, 160, 0, 0));
  }

  @Test
  void listsWhatCouldNotBeReadByPlace() {
    FakeAws aws =
        new FakeAws()
            .answers(Sample.WEB, "us-east-1", Service.RDS, Reading.failed(DENIED))
            .answers(Sample.WEB, "us-east-1", Service.EC2, Reading.failed(DENIED))
            .closes(Sample.DATA, NO_ENTRY);

    assertThat(sweep(aws, WEB, DATA).failures())
        .containsExactly(
            Sample.failure(Sample.DATA, NO_ENTRY),
            Sample.failure(Sample.WEB, "us-east-1", Service.EC2, DENIED),
            Sample.failure(Sample.WEB, "us-east-1", Service.RDS, DENIED));
  }

  @Test
  void addsUpWithASweepOverOtherAccounts() {
    FakeAws aws =
        new FakeAws()
            .answers(Sample.WEB, "us-east-1", Service.EC2, found(WEB_EC2))
            .answers(Sample.DATA, "eu-west-1", Service.RDS, Reading.failed(DENIED));

    SweepResult sum = sweep(aws, WEB).plus(sweep(aws, DATA));
    SweepResult atOnce = sweep(aws, WEB, DATA);

    assertThat(sum).isEqualTo(atOnce);
  }

  @Test
  void saysHowFarItHasCome() {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    Progress progress = (done, known) -> heard.add(done + "/" + known);
    new Sweep(new FakeAws(), SERVICES, 1, progress).run(List.of(WEB), all -> all, Stop.onRequest());
    new Sweep(new FakeAws().closes(Sample.DATA, NO_ENTRY), SERVICES, 1, progress)
        .run(List.of(DATA), all -> all, Stop.onRequest());

    assertThat(heard).containsExactly("0/2", "1/2", "2/2", "1/1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 257})
  void refusesAConcurrencyOutOfRange(int concurrency) {
    assertThatThrownBy(() -> new Sweep(new FakeAws(), SERVICES, concurrency, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("concurrency is not from 1 to 256: " + concurrency);
  }

  @Test
  void refusesToReadNothing() {
    assertThatThrownBy(() -> new Sweep(new FakeAws(), List.of(), 1, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no service is given");
  }

  @Test
  void anAccountWithoutARoleIsEnteredOnlyIfTheCallersCredentialsAreIts() {
    FakeAws aws = new FakeAws();

    SweepResult result =
        sweep(
            aws,
            Sample.own("own", Sample.TOOLS, "us-east-1"),
            Sample.own("own", Sample.DATA, "us-east-1"),
            WEB);

    assertThat(aws.signedIn()).containsExactlyInAnyOrder(Sample.TOOLS, Sample.WEB);
    assertThat(aws.asked()).isEqualTo(1);
    assertThat(result.caller()).contains(Sample.CALLER);
    assertThat(result.failures())
        .extracting(item -> item.place().key(), item -> item.failure().code())
        .containsExactly(tuple(Sample.DATA.value(), "WrongAccount"));
    assertThat(result.counts().accountsRead()).isEqualTo(2);
  }

  @Test
  void whereTheCallerIsUnknownOnlyTheAccountsWithARoleAreRead() {
    Failure unknown = Sample.denied("sts:GetCallerIdentity");
    FakeAws aws = new FakeAws().knows(new Outcome.Failed<>(unknown));

    SweepResult result = sweep(aws, Sample.own("own", Sample.TOOLS, "us-east-1"), WEB);

    assertThat(aws.signedIn()).containsExactly(Sample.WEB);
    assertThat(result.caller()).isEmpty();
    assertThat(result.failures()).containsExactly(Sample.failure(Sample.TOOLS, unknown));
  }

  @Test
  void whoCallsIsNotAskedAgainWhereItIsKnown() {
    FakeAws aws = new FakeAws();
    Identity known = Identity.of("arn:aws:iam::333344445555:user/finops").orElseThrow();

    SweepResult result =
        new Sweep(aws, SERVICES, 4, Progress.NONE)
            .run(
                List.of(
                    Sample.own("own", Sample.DATA, "us-east-1"),
                    Sample.own("own", Sample.TOOLS, "us-east-1")),
                Optional.of(new Outcome.Found<>(known)),
                all -> all,
                Stop.onRequest());

    assertThat(aws.asked()).isZero();
    assertThat(aws.signedIn()).containsExactly(Sample.DATA);
    assertThat(result.caller()).contains(known);
  }
}
