package dev.riexpiry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Expiring;
import java.util.List;
import org.junit.jupiter.api.Test;

class HowToRenewTest {
  private static final String END = "2026-05-11T03:59:59Z";

  private static String howToRenew(Commitment commitment) {
    Expiring expiring = Sample.expiring(commitment, 7, 7);
    return HowToRenew.of(expiring, AlertSample.summary(List.of(expiring))).orElseThrow();
  }

  @Test
  void queuesWhatAWSTakesAQueuedPurchaseOf() {
    assertThat(howToRenew(Sample.ec2(Sample.WEB, "r-1", END)))
        .isEqualTo("queue its purchase now, for " + END);
    assertThat(howToRenew(Sample.savingsPlan(Sample.WEB, "sp-1", END)))
        .isEqualTo("queue its purchase now, for " + END);
  }

  @Test
  void buysTheRestOnTheDay() {
    assertThat(howToRenew(Sample.rds(Sample.DATA, "orders", END)))
        .isEqualTo("buy it on the last day (RDS queues none)");
  }
}
