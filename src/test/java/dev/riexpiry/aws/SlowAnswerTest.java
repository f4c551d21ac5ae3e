package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.CALLER;
import static dev.riexpiry.aws.Reads.REGION;
import static dev.riexpiry.aws.Reads.WEB;
import static dev.riexpiry.aws.Reads.account;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.sweep.SweepResult;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An answer that takes longer than two attempts may: the stand-in takes 3.5 seconds, and an
/// attempt may take a half.
class SlowAnswerTest {
  private static final Organization ORGANIZATION =
      Organization.of(
          Member.of(CALLER),
          Member.of(WEB, Reservation.ec2(REGION, "slow", "m5.large", 1, "2026-06-01T09:30:00Z"))
              .withRegions(REGION));
  private static final Account EVERYWHERE =
      Reads.inRegions(account(WEB, "ri-expiry-reader"), new RegionChoice.AllEnabled());
  private static final Duration ATTEMPT = Duration.ofMillis(500);

  static Stream<Fault> slow() {
    return Stream.of(
        Fault.of(Kind.SILENCE, AwsService.EC2).action("DescribeReservedInstances"),
        Fault.of(Kind.SILENCE, AwsService.EC2).action("DescribeRegions"),
        Fault.of(Kind.SILENCE, AwsService.STS).action("AssumeRole"));
  }

  @ParameterizedTest
  @MethodSource("slow")
  void isReadInTheLastRound(Fault slow) {
    try (StandIn aws = StandIn.start(ORGANIZATION, slow);
        AwsClients clients = QuickClients.impatient(ATTEMPT, Duration.ofSeconds(30))) {
      SweepResult result = Reads.sweep(clients, EVERYWHERE);

      assertThat(result.failures()).isEmpty();
      assertThat(result.kept()).extracting(Commitment::id).containsExactly("slow");
      assertThat(aws.calls(slow.action())).hasSize(3);
    }
  }

  @Test
  void isToldAsSilenceIfItTakesLongerThanThat() {
    try (StandIn aws =
            StandIn.start(
                ORGANIZATION,
                Fault.of(Kind.SILENCE, AwsService.EC2).action("DescribeReservedInstances"));
        AwsClients clients = QuickClients.impatient(ATTEMPT, Duration.ofSeconds(1))) {
      SweepResult result = Reads.sweep(clients, EVERYWHERE);

      assertThat(result.failures())
          .extracting(item -> item.failure().code())
          .containsExactly("Timeout");
      assertThat(result.counts().targetsRead()).isEqualTo(1);
      assertThat(aws.calls("DescribeReservedInstances")).hasSize(3);
    }
  }
}
