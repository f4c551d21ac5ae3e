package dev.riexpiry.aws;

import static dev.riexpiry.aws.Reads.CALLER;
import static dev.riexpiry.aws.Reads.DATA;
import static dev.riexpiry.aws.Reads.WEB;
import static dev.riexpiry.aws.Reads.account;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.standin.AwsService;
import dev.riexpiry.standin.Fault;
import dev.riexpiry.standin.Fault.Kind;
import dev.riexpiry.standin.Organization;
import dev.riexpiry.standin.Organization.Member;
import dev.riexpiry.standin.StandIn;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.sweep.Sweep.Progress;
import dev.riexpiry.sweep.SweepResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/// What AWS says it does not offer in a region is told apart from what could not be read, unless
/// another account gets it in the same region.
class NotOfferedTest {
  private static final Organization ORGANIZATION =
      Organization.of(Member.of(CALLER), Member.of(WEB), Member.of(DATA));

  static Stream<Arguments> services() {
    return Stream.of(
        Arguments.of(Service.ELASTICACHE, AwsService.ELASTICACHE),
        Arguments.of(Service.OPENSEARCH, AwsService.OPENSEARCH),
        Arguments.of(Service.REDSHIFT, AwsService.REDSHIFT),
        Arguments.of(Service.REDSHIFT_SERVERLESS, AwsService.REDSHIFT_SERVERLESS),
        Arguments.of(Service.MEMORYDB, AwsService.MEMORYDB),
        Arguments.of(Service.EC2_HOST, AwsService.EC2),
        Arguments.of(Service.EC2_CAPACITY_BLOCK, AwsService.EC2));
  }

  static Stream<Arguments> servicesOfEveryRegion() {
    return Stream.of(
        Arguments.of(Service.EC2, AwsService.EC2),
        Arguments.of(Service.RDS, AwsService.RDS),
        Arguments.of(Service.SAVINGS_PLANS, AwsService.SAVINGS_PLANS));
  }

  private static List<Failure> failures(Service service, Fault fault) {
    try (StandIn _ = StandIn.start(ORGANIZATION, fault);
        AwsClients clients = QuickClients.create()) {
      SweepResult result =
          new Sweep(new SdkAccess(clients), List.of(service), 8, Progress.NONE)
              .run(
                  List.of(
                      account(CALLER),
                      account(WEB, "ri-expiry-reader"),
                      account(DATA, "ri-expiry-reader")),
                  all -> all,
                  Stop.onRequest());
      return result.failures().stream().map(PlaceFailure::failure).toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("services")
  void isWhatAwsSaysToEveryAccountOfARegion(Service service, AwsService answers) {
    assertThat(failures(service, listing(service, answers)))
        .hasSize(3)
        .allSatisfy(failure -> {
          assertThat(failure.isNotOffered()).isTrue();
          assertThat(failure.message())
              .containsAnyOf("InvalidAction", "UnknownOperationException")
              .contains("is not valid");
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("services")
  void isContradictedByAnAccountThatGetsTheListing(Service service, AwsService answers) {
    assertThat(failures(service, listing(service, answers).account(WEB)))
        .singleElement()
        .satisfies(failure -> {
          assertThat(failure.code()).isEqualTo("NotOfferedToAll");
          assertThat(failure.message()).contains("other accounts get this listing");
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servicesOfEveryRegion")
  void isNeverBelievedOfWhatEveryRegionHas(Service service, AwsService answers) {
    assertThat(failures(service, listing(service, answers)))
        .hasSize(3)
        .noneMatch(Failure::isNotOffered);
  }

  /// Roles are assumed and regions listed as ever.
  private static Fault listing(Service service, AwsService answers) {
    return Fault.of(Kind.NOT_OFFERED, answers)
        .action(service.action().substring(service.action().indexOf(':') + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "UnsupportedOperation, 400, The specified request includes an unsupported operation.",
    "UnsupportedOperationException, 400, no",
    "InvalidAction, 400, Could not find operation DescribeReservedNodes for version 2012-12-01",
    "UnknownOperationException, 404, ''",
    "ValidationException, 400, Reserved nodes are Not Available In This Region.",
    "InvalidParameterValue, 400, This operation is not supported in this region",
  })
  void isSaidInSeveralWays(String code, int status, String words) {
    assertThat(failure(Service.MEMORYDB, code, status, words)).isPresent();
    assertThat(failure(Service.EC2, code, status, words)).isEmpty();
    assertThat(failure(Service.RDS, code, status, words)).isEmpty();
    assertThat(failure(Service.SAVINGS_PLANS, code, status, words)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AccessDeniedException, 403, not available in this region by a service control policy",
    "UnauthorizedOperation, 403, User: arn is not authorized to perform: x in this region",
    "OptInRequired, 401, You are not subscribed to this service.",
    "AuthFailure, 401, AWS was not able to validate the provided access credentials",
    "InternalFailure, 500, not available in this region",
    "Throttling, 400, Rate exceeded",
    "SubscriptionRequiredException, 400, The AWS Access Key Id needs a subscription",
    "DisabledOperationException, 409, An error occurred because the operation was disabled",
  })
  void isNotWhatOtherRefusalsSay(String code, int status, String words) {
    assertThat(failure(Service.MEMORYDB, code, status, words)).isEmpty();
  }

  private static Optional<Failure> failure(Service service, String code, int status, String words) {
    return NotOffered.failure(
        service,
        true,
        AwsServiceException.builder()
            .statusCode(status)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(words).build())
            .build());
  }

  @Test
  void isWhatAProxySaysOfAHostThatTheSdkDoesNotKnow() {
    SdkException refusal =
        SdkClientException.create(
            "Unable to execute HTTP request",
            new IOException("Unable to tunnel through proxy. Proxy returns \"HTTP/1.1 503\""));

    assertThat(NotOffered.failure(Service.MEMORYDB, false, refusal)).isPresent();
    assertThat(NotOffered.failure(Service.MEMORYDB, true, refusal)).isEmpty();
    assertThat(NotOffered.failure(Service.RDS, false, refusal)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void noSilenceIsTakenForIt(Service service) {
    assertThat(
            NotOffered.failure(
                service, false, SdkClientException.create("Read timed out", new IOException("x"))))
        .isEmpty();
  }
}
