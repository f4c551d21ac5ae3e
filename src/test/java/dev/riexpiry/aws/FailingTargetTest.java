package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.CALLER;
import static dev.riexpiry.aws.Reads.REGION;
import static dev.riexpiry.aws.Reads.WEB;
import static dev.riexpiry.aws.Reads.account;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Place;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.Organization.Reservation;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.sweep.SweepResult;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever goes wrong with one target of one account, the three others are read, and the one is
/// named with AWS's code and with what mends it.
class FailingTargetTest {
  private static final Organization ORGANIZATION =
      Organization.of(
          Member.of(
              CALLER,
              Reservation.ec2(REGION, "ec2-ours", "m5.large", 1, "2026-06-01T09:30:00Z"),
              Reservation.rds(
                  REGION, "db-ours", "db.t4g.micro", 1, "2025-06-01T09:30:00Z", 31_536_000)),
          Member.of(
              WEB,
              Reservation.ec2(REGION, "ec2-theirs", "m5.large", 1, "2026-06-01T09:30:00Z"),
              Reservation.rds(
                  REGION, "db-theirs", "db.t4g.micro", 1, "2025-06-01T09:30:00Z", 31_536_000)));

  static Stream<Arguments> faults() {
    return Stream.of(
        row(AwsService.EC2, Kind.THROTTLED, "RequestLimitExceeded", "lower the concurrency"),
        row(AwsService.EC2, Kind.SERVER_ERROR, "InternalError", "run the check again later"),
        row(AwsService.EC2, Kind.HTML_ERROR, "HTTP 500", "run the check again later"),
        row(
            AwsService.EC2,
            Kind.DENIED,
            "UnauthorizedOperation",
            "allow ec2:DescribeReservedInstances in the policy"),
        row(AwsService.EC2, Kind.EXPIRED_TOKEN, "RequestExpired", "sign in again"),
        row(AwsService.EC2, Kind.BAD_SIGNATURE, "AuthFailure", "the region is enabled"),
        row(AwsService.EC2, Kind.REGION_NOT_ENABLED, "AuthFailure", "the region is enabled"),
        row(AwsService.EC2, Kind.CUT_OFF, "UnreadableAnswer", "whether a proxy changes answers"),
        row(AwsService.EC2, Kind.EMPTY, "UnusableAnswer", "look it up in the AWS console"),
        row(AwsService.EC2, Kind.RESET, "ConnectionFailed", "check the network"),
        row(AwsService.RDS, Kind.THROTTLED, "Throttling", "lower the concurrency"),
        row(AwsService.RDS, Kind.SERVER_ERROR, "InternalFailure", "run the check again later"),
        row(AwsService.RDS, Kind.HTML_ERROR, "HTTP 500", "run the check again later"),
        row(
            AwsService.RDS,
            Kind.DENIED,
            "AccessDenied",
            "allow rds:DescribeReservedDBInstances in the policy"),
        row(AwsService.RDS, Kind.EXPIRED_TOKEN, "ExpiredToken", "sign in again"),
        row(AwsService.RDS, Kind.BAD_SIGNATURE, "SignatureDoesNotMatch", "this machine's clock"),
        row(
            AwsService.RDS,
            Kind.REGION_NOT_ENABLED,
            "InvalidClientTokenId",
            "the region is enabled"),
        row(AwsService.RDS, Kind.CUT_OFF, "UnreadableAnswer", "whether a proxy changes answers"),
        row(AwsService.RDS, Kind.EMPTY, "UnusableAnswer", "look it up in the AWS console"),
        row(AwsService.RDS, Kind.RESET, "ConnectionFailed", "check the network"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void isNamedWithItsRemedyWhileTheOthersAreRead(
      String service, Kind kind, Fault fault, String code, String remedy) {
    try (StandIn _ = StandIn.start(ORGANIZATION, fault.account(WEB));
        AwsClients clients = QuickClients.create()) {
      SweepResult result = Reads.sweep(clients, account(CALLER), account(WEB, "ri-expiry-reader"));

      String lost = service.equals("ec2") ? "ec2-theirs" : "db-theirs";
      assertThat(Reads.ids(result.kept()))
          .containsExactlyElementsOf(
              Stream.of("db-ours", "db-theirs", "ec2-ours", "ec2-theirs")
                  .filter(id -> !id.equals(lost))
                  .toList());
      assertThat(result.failures())
          .singleElement()
          .satisfies(unreadable -> {
            assertThat(unreadable.place().owner().orElseThrow().value()).isEqualTo(WEB);
            assertThat(unreadable.place().target().map(Place.Target::region)).contains(REGION);
            assertThat(unreadable.place().target().orElseThrow().service().id()).isEqualTo(service);
            assertThat(unreadable.failure().code()).isEqualTo(code);
            assertThat(unreadable.failure().remedy()).contains(remedy);
            assertThat(unreadable.failure().message()).isNotBlank().doesNotContain("\n");
          });
    }
  }

  static Stream<Arguments> signInFaults() {
    return Stream.of(
        row(AwsService.STS, Kind.THROTTLED, "Throttling", "lower the concurrency"),
        row(AwsService.STS, Kind.SERVER_ERROR, "InternalFailure", "run the check again later"),
        row(AwsService.STS, Kind.HTML_ERROR, "HTTP 500", "run the check again later"),
        row(AwsService.STS, Kind.DENIED, "AccessDenied", "check that the account is open"),
        row(AwsService.STS, Kind.EXPIRED_TOKEN, "ExpiredToken", "sign in again"),
        row(AwsService.STS, Kind.BAD_SIGNATURE, "SignatureDoesNotMatch", "this machine's clock"),
        row(AwsService.STS, Kind.REGION_NOT_ENABLED, "InvalidClientTokenId", "sign in again"),
        row(AwsService.STS, Kind.CUT_OFF, "UnreadableAnswer", "whether a proxy changes answers"),
        row(AwsService.STS, Kind.EMPTY, "UnusableAnswer", "if it repeats, report it"),
        row(AwsService.STS, Kind.RESET, "ConnectionFailed", "check the network"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("signInFaults")
  void isAWholeAccountWhenItsRoleCannotBeAssumed(
      String service, Kind kind, Fault fault, String code, String remedy) {
    try (StandIn _ = StandIn.start(ORGANIZATION, fault.action("AssumeRole"));
        AwsClients clients = QuickClients.create()) {
      SweepResult result = Reads.sweep(clients, account(CALLER), account(WEB, "ri-expiry-reader"));

      assertThat(Reads.ids(result.kept())).containsExactly("db-ours", "ec2-ours");
      assertThat(result.failures())
          .singleElement()
          .satisfies(unreadable -> {
            assertThat(unreadable.place().owner().orElseThrow().value()).isEqualTo(WEB);
            assertThat(unreadable.place().target()).isEmpty();
            Failure failure = unreadable.failure();
            assertThat(failure.action()).isEqualTo("sts:AssumeRole");
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.remedy()).contains(remedy);
          });
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("signInFaults")
  void isTheCallersOwnAccountAloneWhenItCannotBeLearntWhoCalls(
      String service, Kind kind, Fault fault, String code, String remedy) {
    try (StandIn _ = StandIn.start(ORGANIZATION, fault.action("GetCallerIdentity"));
        AwsClients clients = QuickClients.create()) {
      SweepResult result = Reads.sweep(clients, account(CALLER), account(WEB, "ri-expiry-reader"));

      assertThat(Reads.ids(result.kept())).containsExactly("db-theirs", "ec2-theirs");
      assertThat(result.caller()).isEmpty();
      assertThat(result.failures())
          .singleElement()
          .satisfies(unreadable -> {
            assertThat(unreadable.place()).isEqualTo(new Place.Account(new AccountId(CALLER)));
            Failure failure = unreadable.failure();
            assertThat(failure.action()).isEqualTo("sts:GetCallerIdentity");
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.remedy())
                .contains(kind == Kind.DENIED ? "needs no permission" : remedy);
          });
    }
  }

  private static Arguments row(AwsService service, Kind kind, String code, String remedy) {
    return Arguments.of(service.signingName(), kind, Fault.of(kind, service), code, remedy);
  }
}
