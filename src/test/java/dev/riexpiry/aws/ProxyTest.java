package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.riexpiry.finding.Failure;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

@Timeout(60)
class ProxyTest {
  private static final String TUNNEL_TO_STS = "CONNECT sts.us-east-1.amazonaws.com:443 HTTP/1.1";

  @TempDir private static Path directory;
  private static AuthenticatingProxy proxy;

  @BeforeAll
  static void start() throws Exception {
    proxy = new AuthenticatingProxy("me:p@ss:w0rd", directory);
  }

  @AfterAll
  static void stop() {
    proxy.close();
  }

  @BeforeEach
  void forget() {
    proxy.asked().clear();
    proxy.behind().clear();
  }

  private static String address(String password) {
    return "http://me:" + password + "@127.0.0.1:" + proxy.port();
  }

  private static AwsClients clients(Map<String, String> environment, Optional<URI> endpoint) {
    return new AwsClients(
        Region.US_EAST_1,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")),
        Timing.DEFAULT,
        endpoint,
        Network.of(environment));
  }

  private static String account(AwsClients clients) {
    return clients
        .client(StsClient.class, Region.US_EAST_1, StsClient::builder)
        .getCallerIdentity()
        .account();
  }

  private static Failure failure(Map<String, String> environment) {
    try (AwsClients clients = clients(environment, Optional.empty())) {
      SdkException thrown = catchThrowableOfType(SdkException.class, () -> account(clients));
      return AwsFailures.of(
          "sts:GetCallerIdentity", Refusal.Input.NONE, thrown, OptionalInt.empty());
    }
  }

  @Test
  void bothClientsTunnelThroughItWithUserAndPassword() {
    try (AwsClients clients =
        clients(
            Map.of(
                "HTTPS_PROXY", address("p%40ss:w0rd"),
                "AWS_CA_BUNDLE", proxy.authority().toString()),
            Optional.empty())) {
      assertThat(account(clients)).isEqualTo("111122223333");
      assertThat(
              clients
                  .unrepeated(SnsClient.class, Region.US_EAST_1, SnsClient::builder)
                  .publish(
                      request -> request.topicArn("arn:aws:sns:us-east-1:1:t").message("hello"))
                  .messageId())
          .isEqualTo("m-1");
      assertThat(proxy.asked())
          .as("asked for the password once, then given it unasked")
          .containsExactly(
              TUNNEL_TO_STS, TUNNEL_TO_STS, "CONNECT sns.us-east-1.amazonaws.com:443 HTTP/1.1");
      assertThat(proxy.behind())
          .hasSize(2)
          .noneMatch(head -> head.toLowerCase(Locale.ROOT).contains("proxy-auth"));
    }
  }

  @Test
  void aPutIsTheFirstThatItSees(@TempDir Path keys) throws Exception {
    try (AuthenticatingProxy fresh = new AuthenticatingProxy("me:w0rd", keys);
        AwsClients clients =
            clients(
                Map.of(
                    "HTTPS_PROXY",
                    "http://me:w0rd@127.0.0.1:" + fresh.port(),
                    "AWS_CA_BUNDLE",
                    fresh.authority().toString()),
                Optional.empty())) {
      assertThat(new S3RunStore(clients, "runs.of.tests").put("run-1/x", "{}")).isEmpty();

      assertThat(fresh.behind())
          .singleElement()
          .satisfies(head -> assertThat(head).startsWith("PUT /runs.of.tests/run-1/x HTTP/1.1"));
    }
  }

  @Test
  void whatNoProxyNamesIsReachedWithoutIt() {
    URI loopback = URI.create("http://127.0.0.1:" + proxy.port());
    Map<String, String> through = Map.of("http_proxy", address("p%40ss:w0rd"));
    Map<String, String> around =
        Map.of("http_proxy", address("p%40ss:w0rd"), "no_proxy", "127.0.0.1");
    try (AwsClients clients = clients(through, Optional.of(loopback))) {
      assertThat(account(clients)).isEqualTo("111122223333");
    }
    try (AwsClients clients = clients(around, Optional.of(loopback))) {
      assertThat(catchThrowableOfType(SdkException.class, () -> account(clients)))
          .hasMessageContaining("407");
    }
    assertThat(proxy.asked().getFirst()).isEqualTo("POST " + loopback + " HTTP/1.1");
    assertThat(proxy.asked().getLast()).isEqualTo("POST / HTTP/1.1");
  }

  @Test
  void aRefusalByItIsAFailureThatNamesNoPassword() {
    Failure failure = failure(Map.of("https_proxy", address("wr0ng-p4ss")));

    assertThat(failure.code()).isEqualTo("ProxyRefused");
    assertThat(failure.sentence())
        .contains("407", "HTTPS_PROXY")
        .doesNotContain("wr0ng-p4ss", "Basic ");
  }

  @Test
  void aCertificateOfItsOwnIsNotTrustedUnlessItIsNamed() {
    Failure failure = failure(Map.of("HTTPS_PROXY", address("p%40ss:w0rd")));

    assertThat(failure.code()).isEqualTo("UntrustedCertificate");
    assertThat(failure.remedy()).contains("AWS_CA_BUNDLE");
  }
}
