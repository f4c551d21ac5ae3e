package dev.riexpiry.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.sweep.Sweep.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepCollectorTest {
  private static final Account WEB = Sample.account("web-prod", Sample.WEB, "us-east-1");
  private static final Account DATA = Sample.account("data-prod", Sample.DATA, "us-east-1");
  private static final Place.Target WEB_EC2 =
      new Place.Target(Sample.WEB, "us-east-1", Service.EC2);
  private static final Reading FOUND =
      new Reading(List.of(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z")), List.of(), false);

  private final SweepCollector collector =
      new SweepCollector(List.of(WEB, DATA), all -> all, Progress.NONE);

  @Test
  void takesNothingOnceItHasGivenUp() {
    collector.entered(Sample.WEB, List.of(WEB_EC2));
    collector.giveUp(Sample::denied);
    SweepResult result = collector.result();
    collector.add(WEB_EC2, FOUND);
    collector.entered(
        Sample.DATA, List.of(new Place.Target(Sample.DATA, "us-east-1", Service.EC2)));
    collector.failed(Sample.DATA, Sample.denied("sts:AssumeRole"));

    assertThat(collector.result()).isEqualTo(result);
    assertThat(result)
        .isEqualTo(
            new SweepResult(
                new ReadCounts(2, 0, 0, 2, 0),
                List.of(),
                List.of(
                    Sample.failure(Sample.DATA, Sample.denied("sts:AssumeRole")),
                    Sample.failure(
                        Sample.WEB,
                        "us-east-1",
                        Service.EC2,
                        Sample.denied("ec2:DescribeReservedInstances")))));
  }

  @Test
  void takesEachTargetOnce() {
    collector.entered(Sample.WEB, List.of(WEB_EC2));
    collector.add(WEB_EC2, FOUND);
    collector.add(WEB_EC2, FOUND);

    assertThat(collector.result().counts()).isEqualTo(new ReadCounts(2, 1, 1, 0, 1));
  }
}
