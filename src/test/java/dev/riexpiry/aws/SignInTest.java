package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.CALLER;
import static dev.riexpiry.aws.Reads.DATA;
import static dev.riexpiry.aws.Reads.REGION;
import static dev.riexpiry.aws.Reads.WEB;
import static dev.riexpiry.aws.Reads.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.standin.Call;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.sweep.SweepResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

class SignInTest {
  private static final String SHARED = "example-external-id";
  private static final Reservation OURS =
      Reservation.ec2(REGION, "ec2-ours", "m5.large", 1, "2026-06-01T09:30:00Z");
  private static final Reservation THEIRS =
      Reservation.ec2(REGION, "ec2-theirs", "m5.large", 1, "2026-06-01T09:30:00Z");

  @AutoClose
  private final StandIn aws =
      StandIn.start(
          Organization.of(
              Member.of(CALLER, OURS),
              Member.of(WEB, THEIRS),
              Member.of(DATA).withRole("finops/ri-expiry-reader", SHARED)));

  @AutoClose private final AwsClients clients = QuickClients.create();

  @Test
  void usesTheCallersOwnCredentialsWhereNoRoleIsNamed() {
    SweepResult result = Reads.sweep(clients, account(CALLER));

    assertThat(result.kept()).extracting(Commitment::id).containsExactly("ec2-ours");
    assertThat(aws.calls("AssumeRole")).isEmpty();
  }

  @Test
  void readsEachAccountWithItsOwnCredentials() {
    SweepResult result = Reads.sweep(clients, account(CALLER), account(WEB, "ri-expiry-reader"));

    assertThat(result.kept())
        .extracting(commitment -> commitment.accountId() + " " + commitment.id())
        .containsExactlyInAnyOrder(CALLER + " ec2-ours", WEB + " ec2-theirs");
  }

  @Test
  void assumesTheRoleOncePerAccountHoweverManyTargetsItHas() {
    Account web =
        Reads.inRegions(
            account(WEB, "ri-expiry-reader"),
            new RegionChoice.Listed(List.of("us-east-1", "eu-west-1")));

    Reads.sweep(clients, web);

    assertThat(aws.calls())
        .extracting(Call::action)
        .containsExactlyInAnyOrder(
            "GetCallerIdentity",
            "AssumeRole",
            "DescribeReservedInstances",
            "DescribeReservedInstances",
            "DescribeReservedDBInstances",
            "DescribeReservedDBInstances");
  }

  @Test
  void saysWhoCallsAndSendsNoExternalIdWhereNoneIsSet() {
    Reads.sweep(clients, account(WEB, "ri-expiry-reader"));

    assertThat(aws.calls("AssumeRole"))
        .singleElement()
        .extracting(Call::parameters)
        .isEqualTo(
            Map.of(
                "Action", "AssumeRole",
                "Version", "2011-06-15",
                "RoleArn", "arn:aws:iam::222233334444:role/ri-expiry-reader",
                "RoleSessionName", "ri-expiry-notifier"));
  }

  @Test
  void sendsTheExternalIdThatTheRoleAsksFor() {
    SweepResult result =
        Reads.sweep(
            clients, Reads.withExternalId(account(DATA, "finops/ri-expiry-reader"), SHARED));

    assertThat(result.counts().complete()).isTrue();
    assertThat(aws.calls("AssumeRole"))
        .extracting(call -> call.parameters().getOrDefault("ExternalId", ""))
        .containsExactly(SHARED);
  }

  @ParameterizedTest
  @CsvSource({
    "333344445555, finops/ri-expiry-reader",
    "333344445555, ri-expiry-reader",
    "222233334444, another-role",
    "999988887777, ri-expiry-reader"
  })
  void tellsOfAClosedAccountAWrongExternalIdAndAWrongRoleWithAllThatMayMendIt(
      String id, String role) {
    Account wrong = Reads.withExternalId(account(id, role), "another-external-id");

    SweepResult result = Reads.sweep(clients, account(CALLER), wrong);

    assertThat(result.kept()).extracting(Commitment::id).containsExactly("ec2-ours");
    assertThat(result.failures())
        .singleElement()
        .satisfies(unreadable -> {
          assertThat(unreadable.place().owner().orElseThrow().value()).isEqualTo(id);
          assertThat(unreadable.place().target()).isEmpty();
          assertThat(unreadable.failure())
              .isEqualTo(
                  new Failure(
                      "sts:AssumeRole",
                      "AccessDenied",
                      "User: arn:aws:iam::111122223333:user/stand-in is not authorized to perform:"
                          + " sts:AssumeRole on resource: arn:aws:iam::"
                          + id
                          + ":role/"
                          + role,
                      "check that the account is open, that the role exists there, that it trusts"
                          + " the notifier's role, that the external id is the same on both sides,"
                          + " and that the notifier's role may assume it"));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "us-gov-west-1, arn:aws-us-gov:iam::222233334444:role/reader",
    "cn-north-1, arn:aws-cn:iam::222233334444:role/reader",
    "eu-west-1, arn:aws:iam::222233334444:role/reader"
  })
  void completesARoleNameWithThePartitionOfTheCallersRegion(String home, String arn) {
    try (AwsClients there = QuickClients.in(Region.of(home))) {
      Reads.sweep(there, account(WEB, "reader"));
    }

    assertThat(aws.calls("AssumeRole"))
        .extracting(Call::region, call -> call.parameters().getOrDefault("RoleArn", ""))
        .containsExactly(tuple(home, arn));
  }
}
