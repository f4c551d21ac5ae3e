package dev.riexpiry.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToIgnoreCase;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.delivery.ReportFile;
import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.delivery.ReportRole;
import dev.riexpiry.delivery.ReportStore.Shelf;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.input.KmsKeyArn;
import dev.riexpiry.input.S3Location;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.sweep.Stop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// The writing of reports on the wire: what is sent, and what is said of each refusal of S3.
@Timeout(120)
class S3ReportStoreTest {
  @RegisterExtension
  static final WireMockExtension S3 =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort())
          .build();

  private static final String PAGE = "/bucket/reports/latest/index.html";
  private static final ReportFile FILE =
      new ReportFile("index.html", "text/html; charset=utf-8", "<p>é</p>");
  private static final S3Location LOCATION = new S3Location("bucket", "reports/");
  private static final Optional<Identity> CALLER =
      Identity.of("arn:aws:sts::111122223333:assumed-role/notifier/check");
  private static final ReportRole ROLE =
      new ReportRole(
          RemoteRole.parse("arn:aws:iam::222233334444:role/writer").orElseThrow(),
          Optional.of(new ExternalId("k3y-shared")));
  private static final KmsKeyArn KEY =
      new KmsKeyArn("arn:aws:kms:us-east-1:222233334444:key/1234abcd-12ab-34cd-56ef-1234567890ab");
  private static final ReportPlace OWN =
      new ReportPlace(LOCATION, Optional.empty(), Optional.empty());

  private static AwsClients clients(Duration attempt, String url) {
    return new AwsClients(
        Region.US_EAST_1,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("caller", "secret")),
        new Timing(
            Timing.DEFAULT.connect(),
            attempt,
            Timing.DEFAULT.call(),
            attempt,
            Timing.DEFAULT.attempts(),
            Duration.ofMillis(1),
            Duration.ofMillis(1)),
        Optional.of(URI.create(url)));
  }

  private static Optional<Failure> write(ReportPlace place) {
    return write(place, FILE, Timing.DEFAULT.attempt(), Stop.onRequest());
  }

  private static Optional<Failure> write(
      ReportPlace place, ReportFile file, Duration attempt, Stop stop) {
    return write(place, file, attempt, stop, "http://127.0.0.1:" + S3.getPort());
  }

  private static Optional<Failure> write(
      ReportPlace place, ReportFile file, Duration attempt, Stop stop, String url) {
    try (AwsClients clients = clients(attempt, url)) {
      return switch (new S3ReportStore(clients, CALLER, stop).open(place)) {
        case Outcome.Failed<Shelf>(Failure failure) -> Optional.of(failure);
        case Outcome.Found<Shelf>(Shelf shelf) -> shelf.put(LOCATION.in("latest/"), file);
      };
    }
  }

  private static MappingBuilder page() {
    return put(urlEqualTo(PAGE));
  }

  private static ResponseDefinitionBuilder refusal(int status, String code, String message) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/xml")
        .withBody(
            "<Error><Code>%s</Code><Message>%s</Message><RequestId>1</RequestId></Error>"
                .formatted(code, message));
  }

  private static Failure refused(ReportPlace place, ResponseDefinitionBuilder answer) {
    S3.stubFor(page().willReturn(answer));
    return write(place).orElseThrow();
  }

  @Test
  void sendsWhatAReaderAndTheOwnerOfTheBucketNeedAndNoAcl() {
    S3.stubFor(page().willReturn(ok()));

    assertThat(write(OWN)).isEmpty();

    S3.verify(
        1,
        putRequestedFor(urlEqualTo(PAGE))
            .withRequestBody(equalTo("<p>é</p>"))
            .withHeader("Content-Type", equalToIgnoreCase("text/html; charset=utf-8"))
            .withHeader("Cache-Control", equalTo("no-cache"))
            .withHeader("x-amz-expected-bucket-owner", equalTo("111122223333"))
            .withHeader("x-amz-server-side-encryption", equalTo("AES256"))
            .withHeader(
                "x-amz-checksum-sha256", equalTo("Uim93rJcqFstr/8FLvnpho6QbnHks5+aF6crCu55A9M="))
            .withHeader("x-amz-server-side-encryption-aws-kms-key-id", absent())
            .withHeader("x-amz-acl", absent()));
    S3.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void encryptsWithTheKeyThatIsNamed() {
    S3.stubFor(page().willReturn(ok()));

    assertThat(write(new ReportPlace(LOCATION, Optional.empty(), Optional.of(KEY)))).isEmpty();

    S3.verify(
        putRequestedFor(urlEqualTo(PAGE))
            .withHeader("x-amz-server-side-encryption", equalTo("aws:kms"))
            .withHeader("x-amz-server-side-encryption-aws-kms-key-id", equalTo(KEY.value())));
  }

  @Test
  void writesAsTheRoleAndExpectsItsAccountToOwnTheBucket() {
    S3.stubFor(page().willReturn(ok()));
    S3.stubFor(
        post("/")
            .withRequestBody(containing("ExternalId=k3y-shared"))
            .willReturn(
                ok(
                    """
                    <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\
                    <AssumeRoleResult><AssumedRoleUser>\
                    <Arn>arn:aws:sts::222233334444:assumed-role/writer/ri-expiry-notifier</Arn>\
                    <AssumedRoleId>A:r</AssumedRoleId></AssumedRoleUser><Credentials>\
                    <AccessKeyId>writer</AccessKeyId><SecretAccessKey>s</SecretAccessKey>\
                    <SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>\
                    </Credentials></AssumeRoleResult></AssumeRoleResponse>\
                    """)));

    assertThat(write(new ReportPlace(LOCATION, Optional.of(ROLE), Optional.empty()))).isEmpty();

    S3.verify(
        putRequestedFor(urlEqualTo(PAGE))
            .withHeader("Authorization", containing("Credential=writer/"))
            .withHeader("x-amz-expected-bucket-owner", equalTo("222233334444")));
  }

  @Test
  void saysWhyTheRoleCannotBeAssumedAndWritesNothing() {
    S3.stubFor(
        post("/")
            .willReturn(
                aResponse()
                    .withStatus(403)
                    .withBody(
                        "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>"
                            + "<Message>not authorized to perform: sts:AssumeRole</Message></Error>"
                            + "</ErrorResponse>")));

    Failure failure =
        write(new ReportPlace(LOCATION, Optional.of(ROLE), Optional.empty())).orElseThrow();

    assertThat(failure.action()).isEqualTo("sts:AssumeRole");
    assertThat(failure.remedy()).contains("external id is the same on both sides");
    S3.verify(0, putRequestedFor(anyUrl()));
  }

  @Test
  void asksTheRegionThatThe301Names() {
    S3.stubFor(
        page()
            .withHeader("Authorization", containing("/us-east-1/s3/"))
            .willReturn(
                refusal(301, "PermanentRedirect", "must be addressed elsewhere")
                    .withHeader("x-amz-bucket-region", "eu-central-1")));
    S3.stubFor(
        page().withHeader("Authorization", containing("/eu-central-1/s3/")).willReturn(ok()));

    assertThat(write(OWN)).isEmpty();
    S3.verify(2, anyRequestedFor(anyUrl()));
  }

  @Test
  void asksTheRegionThatTheWordsOfA400Name() {
    S3.stubFor(
        page()
            .withHeader("Authorization", containing("/us-east-1/s3/"))
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withBody(
                        "<Error><Code>AuthorizationHeaderMalformed</Code><Message>the region"
                            + " 'us-east-1' is wrong; expecting 'eu-west-1'</Message>"
                            + "</Error>")));
    S3.stubFor(page().withHeader("Authorization", containing("/eu-west-1/s3/")).willReturn(ok()));

    assertThat(write(OWN)).isEmpty();
  }

  @Test
  void saysThatTheBucketIsElsewhereWhereNobodySaysWhere() {
    assertThat(refused(OWN, refusal(301, "PermanentRedirect", "elsewhere")).remedy())
        .contains("the bucket is in another region");
    assertThat(
            refused(
                    OWN,
                    refusal(301, "PermanentRedirect", "elsewhere")
                        .withHeader("x-amz-bucket-region", "evil.example.com/"))
                .code())
        .isEqualTo("PermanentRedirect");
  }

  @Test
  void goesNotRoundInCircles() {
    S3.stubFor(
        page()
            .withHeader("Authorization", containing("/us-east-1/s3/"))
            .willReturn(
                refusal(301, "PermanentRedirect", "")
                    .withHeader("x-amz-bucket-region", "eu-west-1")));
    S3.stubFor(
        page()
            .withHeader("Authorization", containing("/eu-west-1/s3/"))
            .willReturn(
                refusal(301, "PermanentRedirect", "")
                    .withHeader("x-amz-bucket-region", "us-east-1")));

    assertThat(write(OWN)).isPresent();
    S3.verify(2, anyRequestedFor(anyUrl()));
  }

  @Test
  void namesWhatTwoWordsOfS3MayMean() {
    assertThat(refused(OWN, refusal(403, "AccessDenied", "Access Denied")).remedy())
        .contains(
            "the bucket bucket is one of account 111122223333",
            "set REPORT_ROLE_ARN",
            "the caller may s3:PutObject on s3://bucket/reports/*",
            "AES256",
            "set REPORT_KMS_KEY_ARN");
  }

  @Test
  void saysWhatTheWordsOfAPolicySay() {
    assertThat(
            refused(
                    OWN,
                    refusal(
                        403,
                        "AccessDenied",
                        "User: x is not authorized to perform: kms:GenerateDataKey on resource: k"
                            + " because no identity-based policy allows it"))
                .remedy())
        .contains("kms:GenerateDataKey");
    assertThat(
            refused(
                    OWN,
                    refusal(
                        403,
                        "AccessDenied",
                        "User: x is not authorized to perform: s3:PutObject on resource: y with an"
                            + " explicit deny in a resource-based policy"))
                .remedy())
        .contains("allow s3:PutObject to the caller in the policy of s3://bucket/reports/latest/");
  }

  @Test
  void tellsTheOtherRefusalsApart() {
    assertThat(refused(OWN, refusal(404, "NoSuchBucket", "not there")).remedy())
        .contains("check the name of the bucket");
    assertThat(refused(OWN, refusal(500, "InternalError", "sorry")).remedy())
        .contains("AWS failed through all retries");
    assertThat(refused(OWN, refusal(503, "SlowDown", "reduce your rate")).code())
        .isEqualTo("SlowDown");
  }

  @Test
  void writesAgainWhatWasCutOff() {
    S3.stubFor(
        page()
            .inScenario("cut")
            .whenScenarioStateIs("Started")
            .willSetStateTo("mended")
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    S3.stubFor(page().inScenario("cut").whenScenarioStateIs("mended").willReturn(ok()));

    assertThat(write(OWN)).isEmpty();
  }

  @Test
  void saysThatTheConnectionIsCutEachTime() {
    assertThat(refused(OWN, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)).code())
        .isEqualTo("ConnectionFailed");
  }

  @Test
  void waitsNotForEverForAnAnswer() {
    S3.stubFor(page().willReturn(ok().withFixedDelay(60_000)));

    assertThat(write(OWN, FILE, Duration.ofMillis(500), Stop.onRequest()).map(Failure::code))
        .contains("Timeout");
  }

  @Test
  void waitsNotForEverForAReader() throws IOException {
    ReportFile large = new ReportFile("index.html", "text/html", "x".repeat(6 << 20));
    try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(
              write(
                      OWN,
                      large,
                      Duration.ofMillis(500),
                      Stop.after(Duration.ofSeconds(3)),
                      "http://127.0.0.1:" + deaf.getLocalPort())
                  .map(Failure::code))
          .contains("DeadlineExceeded");
    }
  }

  @Test
  void writesNothingOnceTheTimeIsOver() {
    assertThat(
            write(OWN, FILE, Timing.DEFAULT.attempt(), Stop.after(Duration.ZERO))
                .map(Failure::code))
        .contains("DeadlineExceeded");
    S3.verify(0, anyRequestedFor(anyUrl()));
  }
}
