package dev.riexpiry.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.riexpiry.account.Account;
import dev.riexpiry.account.AccountsFile;
import dev.riexpiry.account.AccountsVersion;
import dev.riexpiry.account.RegionChoice;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.S3ObjectName;
import dev.riexpiry.sweep.Stop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// The reading of an accounts file out of a bucket on the wire: all of it, in its latest version,
/// or a refusal that says what mends it.
@Timeout(120)
class S3AccountsFileTest {
  @RegisterExtension
  static final WireMockExtension S3 =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort())
          .build();

  private static final String PATH = "/bucket/ri/accounts.json";
  private static final S3ObjectName OBJECT = new S3ObjectName("bucket", "ri/accounts.json");
  private static final String ONE =
      "{\"accounts\":[{\"accountName\":\"tools\",\"accountId\":\"111122223333\"}]}";

  private static AwsClients clients(String url) {
    return new AwsClients(
        Region.US_EAST_1,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("caller", "secret")),
        new Timing(
            Timing.DEFAULT.connect(),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Timing.DEFAULT.attempts(),
            Duration.ofMillis(1),
            Duration.ofMillis(1)),
        Optional.of(URI.create(url)));
  }

  private static AccountsFile read() {
    return read("http://127.0.0.1:" + S3.getPort());
  }

  private static AccountsFile read(String url) {
    try (AwsClients clients = clients(url)) {
      return new AwsAdapters(clients).accounts(OBJECT, Stop.onRequest());
    }
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    S3.stubFor(get(urlEqualTo(PATH)).willReturn(answer));
  }

  private static ResponseDefinitionBuilder refusal(int status, String code, String message) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/xml")
        .withBody(
            "<Error><Code>%s</Code><Message>%s</Message><RequestId>1</RequestId></Error>"
                .formatted(code, message));
  }

  private static void refuses(String... words) {
    assertThatThrownBy(S3AccountsFileTest::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("s3://bucket/ri/accounts.json has ")
        .hasMessageContainingAll(words);
  }

  @Test
  void isTheSameAsAFileAndNamesItsVersion() {
    answers(ok(ONE).withHeader("x-amz-version-id", "3sL4kqtJlcpXroDTDmJ"));

    AccountsFile file = read();

    assertThat(file.accounts()).containsExactly(own());
    assertThat(file.version())
        .contains(new AccountsVersion(OBJECT.toString(), Optional.of("3sL4kqtJlcpXroDTDmJ")));
    S3.verify(1, anyRequestedFor(anyUrl()));
    S3.verify(1, getRequestedFor(urlEqualTo(PATH)));
  }

  private static Account own() {
    return new Account(
        "tools",
        new AccountId("111122223333"),
        Optional.empty(),
        Optional.empty(),
        new RegionChoice.AllEnabled(),
        Optional.empty());
  }

  @Test
  void hasNoVersionWhereTheBucketKeepsNone() {
    answers(ok(ONE));

    assertThat(read().version()).contains(new AccountsVersion(OBJECT.toString(), Optional.empty()));
  }

  @Test
  void namesEveryFaultWithItsPlaceInTheObject() {
    answers(
        ok(
            """
            {"accounts": [
              {"accountName": "a", "accountId": 111122223333},
              {"accountName": "b", "accountId": "1"}
            ]}\
            """));

    refuses("has 2 faults", "line 2, accounts[0].accountId", "line 3, accounts[1].accountId");
  }

  @Test
  void takesAnEmptyObjectForNoListAtAll() {
    answers(ok(""));

    refuses("has one fault");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404|NoSuchKey|The specified key does not exist.|upload the file (aws s3 cp accounts.json s3://bucket/ri/accounts.json)",
        "404|NoSuchBucket|The specified bucket does not exist|check the name of the bucket",
        "403|AccessDenied|Access Denied|may s3:GetObject on it, and that the policy of the bucket lets it; that it may kms:Decrypt",
        "403|AccessDenied|User: arn:aws:sts::1:assumed-role/a/b is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext|allow kms:GenerateDataKey and kms:Decrypt on the key",
        "400|KMS.DisabledException|the key is disabled|enable it in KMS",
        "403|InvalidObjectState|The operation is not valid for the object's storage class|restore it",
        "301|PermanentRedirect|use the endpoint|the bucket is in another region",
      })
  void saysWhatMendsIt(int status, String code, String message, String remedy) {
    answers(refusal(status, code, message));

    refuses("s3:GetObject: it cannot be read: ", code, remedy);
  }

  @Test
  void knowsADeletedObjectByItsDeleteMarker() {
    answers(
        refusal(404, "NoSuchKey", "The specified key does not exist.")
            .withHeader("x-amz-delete-marker", "true"));

    refuses("somebody has deleted it: delete its delete marker");
  }

  @Test
  void followsABucketIntoItsRegion() {
    S3.stubFor(
        get(urlEqualTo(PATH))
            .withHeader("Authorization", containing("/us-east-1/s3/"))
            .willReturn(
                refusal(301, "PermanentRedirect", "use the endpoint")
                    .withHeader("x-amz-bucket-region", "eu-west-1")));
    S3.stubFor(
        get(urlEqualTo(PATH))
            .withHeader("Authorization", containing("/eu-west-1/s3/"))
            .willReturn(ok(ONE)));

    assertThat(read().accounts()).hasSize(1);
  }

  @Test
  void asksAgainWhileItIsThrottledAndThenSaysSo() {
    answers(refusal(503, "SlowDown", "Please reduce your request rate."));

    refuses("SlowDown");

    S3.verify(Timing.DEFAULT.attempts(), getRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void asksAgainForWhatBreaksOff() {
    S3.stubFor(
        get(urlEqualTo(PATH))
            .inScenario("cut")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
            .willSetStateTo("whole"));
    S3.stubFor(
        get(urlEqualTo(PATH)).inScenario("cut").whenScenarioStateIs("whole").willReturn(ok(ONE)));

    assertThat(read().accounts()).hasSize(1);
  }

  @Test
  void takesNoPartForTheWhole() throws IOException {
    try (ServerSocket cutting = serving("Content-Length: 5000", ONE)) {
      assertThatThrownBy(() -> read("http://127.0.0.1:" + cutting.getLocalPort()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("was cut off");
    }
  }

  @Test
  void readsNothingOfWhatItsLengthSaysIsTooLarge() throws IOException {
    try (ServerSocket endless =
        serving("Content-Length: " + 50L * 1024 * 1024, "one byte of many, and then silence")) {
      assertThatThrownBy(() -> read("http://127.0.0.1:" + endless.getLocalPort()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("the object: it has more than 10 MB; upload another, or split it");
    }
  }

  @Test
  void endsTheReadingOfWhatIsTooLargeAndNeverSaidSo() {
    answers(
        aResponse()
            .withBody(" ".repeat(11 * 1024 * 1024))
            .withHeader("Transfer-Encoding", "chunked"));

    refuses("it has more than 10 MB");
  }

  /// Answers every request with a head and the beginning of a body.
  private static ServerSocket serving(String header, String begin) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
              byte[] asked = new byte[16 * 1024];
              int read = socket.getInputStream().read(asked);
              if (read > 0) {
                socket
                    .getOutputStream()
                    .write(
                        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                + header
                                + "\r\n\r\n"
                                + begin)
                            .getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
              }
            } catch (IOException _) {
              // The reader has gone, or the test has ended.
            }
          }
        });
    return server;
  }
}
