package dev.riexpiry.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.ReadCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Account WEB = Sample.account("web-prod", Sample.WEB, "us-east-1");
  private static final Account DATA = Sample.account("data-prod", Sample.DATA, "us-east-1");
  private static final Target WEB_EC2 = new Target(WEB, "us-east-1", Service.EC2);
  private static final Reading FOUND =
      new Reading(List.of(Sample.ec2(Sample.WEB, "r-1", "2026-05-11T03:59:59Z")), List.of(), false);

  private final Findings findings = new Findings(List.of(WEB, DATA), _ -> true, Progress.NONE);

  @Test
  void takesNothingOnceItHasGivenUp() {
    findings.entered(WEB, List.of(WEB_EC2));
    findings.giveUp(Sample::denied);
    SweepResult result = findings.result();
    findings.add(WEB_EC2, FOUND);
    findings.entered(DATA, List.of(new Target(DATA, "us-east-1", Service.EC2)));
    findings.accountUnreadable(DATA, Sample.denied("sts:AssumeRole"));

    assertThat(findings.result()).isEqualTo(result);
    assertThat(result)
        .isEqualTo(
            new SweepResult(
                new ReadCounts(2, 0, 0, 2, 0),
                List.of(),
                List.of(
                    Sample.unreadable(Sample.DATA, "data-prod", Sample.denied("sts:AssumeRole")),
                    Sample.unreadable(
                        Sample.WEB,
                        "web-prod",
                        "us-east-1",
                        Service.EC2,
                        Sample.denied("ec2:DescribeReservedInstances")))));
  }

  @Test
  void takesEachTargetOnce() {
    findings.entered(WEB, List.of(WEB_EC2));
    findings.add(WEB_EC2, FOUND);
    findings.add(WEB_EC2, FOUND);

    assertThat(findings.result().coverage()).isEqualTo(new ReadCounts(2, 1, 1, 0, 1));
  }
}
