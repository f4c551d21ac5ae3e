package dev.riexpiry.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.sweep.Sweep.Progress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceTargetsTest {
  private static final Commitment PLAN = Sample.ec2(Sample.WEB, "sp-1", "2026-05-11T03:59:59Z");
  private static final Failure DENIED = Sample.denied("ec2:DescribeRegions");

  private static Account account(RegionChoice regions, Service... services) {
    return new Account(
        "web-prod",
        Sample.WEB,
        RemoteRole.parse("reader"),
        Optional.empty(),
        regions,
        List.of(services),
        Optional.empty(),
        Optional.empty());
  }

  private static SweepResult sweep(AwsAccess aws, Account account) {
    return new Sweep(aws, Service.ALL, 4, Progress.NONE)
        .run(List.of(account), all -> all, Stop.onRequest());
  }

  private static FakeAws holdingThePlan() {
    return new FakeAws()
        .answers(
            Sample.WEB,
            Service.GLOBAL,
            Service.SAVINGS_PLANS,
            new Reading(List.of(PLAN), List.of(), false));
  }

  @Test
  void whatIsGlobalIsReadOnceHoweverManyRegionsThereAre() {
    Account account =
        account(
            new RegionChoice.Listed(List.of("us-east-1", "eu-west-1", "eu-north-1")),
            Service.EC2,
            Service.SAVINGS_PLANS);

    SweepResult result = sweep(holdingThePlan(), account);

    assertThat(result.kept()).containsExactly(PLAN);
    assertThat(result.counts()).isEqualTo(new ReadCounts(1, 1, 4, 0, 1));
  }

  @Test
  void onlyTheServicesOfTheAccountAreRead() {
    Account account =
        account(new RegionChoice.Listed(List.of("us-east-1")), Service.EC2, Service.MEMORYDB);

    assertThat(sweep(new FakeAws(), account).counts()).isEqualTo(new ReadCounts(1, 1, 2, 0, 0));
  }

  @Test
  void anAccountThatIsReadForWhatIsGlobalOnlyIsNotAskedForItsRegions() {
    FakeAws aws = holdingThePlan().enables(Sample.WEB, new Outcome.Failed<>(DENIED));

    SweepResult result = sweep(aws, account(new RegionChoice.AllEnabled(), Service.SAVINGS_PLANS));

    assertThat(result.kept()).containsExactly(PLAN);
    assertThat(result.failures()).isEmpty();
  }

  @Test
  void aServiceThatIsNotOfferedIsNeitherReadNorUnreadable() {
    FakeAws aws =
        new FakeAws().answers(Sample.WEB, "us-east-1", Service.MEMORYDB, Reading.NOT_OFFERED);

    SweepResult result =
        sweep(
            aws,
            account(new RegionChoice.Listed(List.of("us-east-1")), Service.EC2, Service.MEMORYDB));

    assertThat(result.failures()).isEmpty();
    assertThat(result.counts()).isEqualTo(new ReadCounts(1, 1, 1, 0, 0));
    assertThat(result.counts().complete()).isTrue();
  }
}
