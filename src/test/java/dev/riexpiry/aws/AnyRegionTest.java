package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.CALLER;
import static dev.riexpiry.aws.Reads.WEB;
import static dev.riexpiry.aws.Reads.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Place;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.Sold;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.sweep.Sweep.Progress;
import dev.riexpiry.sweep.SweepResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

/// A home region that an account has to opt in to must not make the account unreadable.
class AnyRegionTest {
  private static final Region OPTED_IN_BY_THE_CALLER = Region.AF_SOUTH_1;
  private static final Member HOLDER =
      Member.of(WEB, Reservation.ec2("us-east-1", "ec2-web", "m5.large", 1, "2026-06-01T09:30:00Z"))
          .withRegions("us-east-1");
  private static final Organization ORGANIZATION =
      Organization.of(Member.of(CALLER).withRegions("us-east-1", "af-south-1"), HOLDER);
  private static final Account EVERYWHERE =
      Reads.inRegions(account(WEB, "ri-expiry-reader"), new RegionChoice.AllEnabled());

  @Test
  void listsRegionsWhereEveryAccountCanIfTheHomeRegionIsNotEnabledInTheMember() {
    try (StandIn aws = StandIn.start(ORGANIZATION);
        AwsClients clients = QuickClients.in(OPTED_IN_BY_THE_CALLER)) {
      SweepResult result = Reads.sweep(clients, EVERYWHERE);

      assertThat(result.failures()).isEmpty();
      assertThat(result.kept()).extracting(Commitment::id).containsExactly("ec2-web");
      assertThat(aws.calls("DescribeRegions"))
          .extracting(Call::account, Call::region)
          .containsExactly(tuple(WEB, "af-south-1"), tuple(WEB, "us-east-1"));
    }
  }

  @Test
  void signsInWhereEveryAccountCanIfTheHomeRegionIsNotEnabledInTheCaller() {
    Organization neither = Organization.of(Member.of(CALLER).withRegions("us-east-1"), HOLDER);
    try (StandIn aws = StandIn.start(neither);
        AwsClients clients = QuickClients.in(OPTED_IN_BY_THE_CALLER)) {
      SweepResult result = Reads.sweep(clients, EVERYWHERE);

      assertThat(result.failures()).isEmpty();
      assertThat(result.kept()).extracting(Commitment::id).containsExactly("ec2-web");
      assertThat(aws.calls("AssumeRole"))
          .extracting(Call::region)
          .containsExactly("af-south-1", "us-east-1");
      assertThat(Reads.found(new OrganizationDirectory(clients).caller()).account().value())
          .isEqualTo(CALLER);
    }
  }

  @Test
  void isAskedInTheHomeRegionAloneForAnythingElseThatFailsThere() {
    try (StandIn aws =
            StandIn.start(
                ORGANIZATION, Fault.of(Kind.DENIED, AwsService.EC2).action("DescribeRegions"));
        AwsClients clients = QuickClients.in(OPTED_IN_BY_THE_CALLER)) {
      Reads.sweep(clients, EVERYWHERE);

      assertThat(aws.calls("DescribeRegions"))
          .extracting(Call::region)
          .containsExactly("af-south-1");
    }
  }

  @Test
  void tellsWhatTheRegionSaysThatTheAccountHas() {
    try (StandIn _ =
            StandIn.start(
                ORGANIZATION,
                Fault.of(Kind.DENIED, AwsService.EC2)
                    .action("DescribeRegions")
                    .region("us-east-1"));
        AwsClients clients = QuickClients.in(OPTED_IN_BY_THE_CALLER)) {
      SweepResult result = Reads.sweep(clients, EVERYWHERE);

      assertThat(result.failures())
          .extracting(item -> item.failure().code())
          .containsExactly("UnauthorizedOperation");
    }
  }

  @Test
  void tellsWhatTheHomeRegionSaidIfTheOtherIsNotReached() {
    try (StandIn _ =
            StandIn.start(
                ORGANIZATION,
                Fault.of(Kind.RESET, AwsService.EC2)
                    .action("DescribeRegions")
                    .region("us-east-1"));
        AwsClients clients = QuickClients.in(OPTED_IN_BY_THE_CALLER)) {
      SweepResult result = Reads.sweep(clients, EVERYWHERE);

      assertThat(result.failures())
          .extracting(item -> item.failure().code())
          .containsExactly("AuthFailure");
    }
  }

  @Test
  void plansAreReadWhereRegionsCannotBeListed() {
    Organization planned =
        Organization.of(
            Member.of(CALLER),
            Member.of(
                WEB,
                Sold.savingsPlan("plan", "2025-06-01T09:30:00.000Z", "2026-06-01T09:30:00.000Z")));
    try (StandIn _ =
            StandIn.start(
                planned, Fault.of(Kind.DENIED, AwsService.EC2).action("DescribeRegions"));
        AwsClients clients = QuickClients.create()) {
      SweepResult result =
          new Sweep(
                  new SdkAccess(clients),
                  List.of(Service.EC2, Service.SAVINGS_PLANS),
                  8,
                  Progress.NONE)
              .run(List.of(EVERYWHERE), all -> all, Stop.onRequest());

      assertThat(result.kept()).extracting(Commitment::id).containsExactly("plan");
      assertThat(result.failures())
          .extracting(item -> item.place(), item -> item.failure().action())
          .containsExactly(tuple(new Place.Account(EVERYWHERE.id()), "ec2:DescribeRegions"));
      assertThat(result.counts().targetsRead()).isEqualTo(1);
      assertThat(result.counts().targetsUnreadable()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "af-south-1, us-east-1",
    "us-east-1, us-east-1",
    "cn-northwest-1, cn-north-1",
    "us-gov-east-1, us-gov-west-1",
    "eusc-de-east-1, eusc-de-east-1"
  })
  void aRegionOfThePartitionIsAlwaysEnabled(String home, String always) {
    assertThat(HomeRegion.alwaysEnabled(Region.of(home))).isEqualTo(Region.of(always));
  }
}
