package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.CALLER;
import static dev.riexpiry.aws.Reads.WEB;
import static dev.riexpiry.aws.Reads.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Place;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.sweep.SweepResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnabledRegionsTest {
  private static final Organization ORGANIZATION =
      Organization.of(
          Member.of(CALLER),
          Member.of(
                  WEB,
                  Reservation.ec2("af-south-1", "ec2-far", "m5.large", 1, "2026-06-01T09:30:00Z"))
              .withRegions("us-east-1", "af-south-1"));
  private static final Account WEB_EVERYWHERE =
      Reads.inRegions(account(WEB, "ri-expiry-reader"), new RegionChoice.AllEnabled());

  @Test
  void areAskedForInTheAccountItself() {
    try (StandIn aws = StandIn.start(ORGANIZATION);
        AwsClients clients = QuickClients.create()) {
      SweepResult result = Reads.sweep(clients, WEB_EVERYWHERE);

      assertThat(result.kept()).extracting(Commitment::id).containsExactly("ec2-far");
      assertThat(result.counts().targetsRead()).isEqualTo(4);
      assertThat(aws.calls("DescribeRegions"))
          .extracting(Call::account, Call::region)
          .containsExactly(tuple(WEB, "us-east-1"));
    }
  }

  @Test
  void makeTheWholeAccountUnreadableWhenTheyCannotBeListed() {
    try (StandIn _ =
            StandIn.start(
                ORGANIZATION,
                Fault.of(Fault.Kind.DENIED, AwsService.EC2).action("DescribeRegions"));
        AwsClients clients = QuickClients.create()) {
      SweepResult result = Reads.sweep(clients, WEB_EVERYWHERE);

      assertThat(result.failures())
          .extracting(
              item -> item.place().target().map(Place.Target::region),
              item -> item.failure().action(),
              item -> item.failure().code(),
              item -> item.failure().remedy())
          .containsExactly(
              tuple(
                  Optional.empty(),
                  "ec2:DescribeRegions",
                  "UnauthorizedOperation",
                  "allow ec2:DescribeRegions in the policy of the role that reads this account"));
    }
  }

  @Test
  void areNotTakenForNoneWhenTheAnswerIsEmpty() {
    try (StandIn _ =
            StandIn.start(
                ORGANIZATION,
                Fault.of(Fault.Kind.EMPTY, AwsService.EC2).action("DescribeRegions"));
        AwsClients clients = QuickClients.create()) {
      SweepResult result = Reads.sweep(clients, WEB_EVERYWHERE);

      assertThat(result.failures())
          .extracting(item -> item.failure().code(), item -> item.failure().message())
          .containsExactly(tuple("UnusableAnswer", "the answer holds no region"));
    }
  }

  @Test
  void leaveAListedRegionThatIsNotEnabledUnreadableForEveryService() {
    Account listed =
        Reads.inRegions(
            account(WEB, "ri-expiry-reader"),
            new RegionChoice.Listed(List.of("af-south-1", "ap-east-1")));
    try (StandIn _ = StandIn.start(ORGANIZATION);
        AwsClients clients = QuickClients.create()) {
      SweepResult result = Reads.sweep(clients, listed);

      assertThat(result.kept()).extracting(Commitment::id).containsExactly("ec2-far");
      assertThat(result.failures())
          .extracting(
              item -> item.place().target().map(Place.Target::region).orElse(""),
              item -> item.failure().code(),
              item -> item.failure().remedy())
          .containsExactly(
              tuple(
                  "ap-east-1",
                  "AuthFailure",
                  "check that the region is enabled in this account, or take it out of the accounts"
                      + " file; if every region says so, the credentials are not valid"),
              tuple(
                  "ap-east-1",
                  "InvalidClientTokenId",
                  "check that the region is enabled in this account, or take it out of the accounts"
                      + " file; if every region says so, the credentials are not valid"));
    }
  }
}
