package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.AttributeMap;

/// The HTTP clients of those parts of the SDK that sign a profile in: they read no more of an
/// answer than all others, and go the same way.
@Timeout(120)
class ProcessHttpServiceTest {
  @TempDir private Path directory;

  private static byte[] post(SdkHttpClient client, URI address) throws IOException {
    byte[] form = "Action=AssumeRole".getBytes(StandardCharsets.UTF_8);
    HttpExecuteResponse answer =
        client
            .prepareRequest(
                HttpExecuteRequest.builder()
                    .request(
                        SdkHttpRequest.builder()
                            .method(SdkHttpMethod.POST)
                            .uri(address)
                            .putHeader("Content-Length", String.valueOf(form.length))
                            .build())
                    .contentStreamProvider(() -> new ByteArrayInputStream(form))
                    .build())
            .call();
    try (InputStream in =
        answer
            .responseBody()
            .<InputStream>map(body -> body)
            .orElse(InputStream.nullInputStream())) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @CsvSource({"200, MB", "403, more than 1 MB"})
  void readsNoMoreOfAnEndlessAnswerThanThereIsRoomFor(int status, String most) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answerWithoutEnd(exchange, status));
    server.start();
    try (SdkHttpClient client = ProcessHttpService.client(Map.of(), AttributeMap.empty())) {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");

      assertThatThrownBy(() -> post(client, address))
          .isInstanceOf(OversizedAnswer.class)
          .hasMessageStartingWith("AWS answered with status " + status)
          .hasMessageContaining(most);
    } finally {
      server.stop(0);
    }
  }

  private static void answerWithoutEnd(HttpExchange exchange, int status) {
    byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, 0);
      while (true) {
        exchange.getResponseBody().write(spaces);
      }
    } catch (IOException _) {
      // The client had enough.
    }
  }

  @Test
  void goesThroughTheProxyUnlessNoProxyNamesTheHost() throws Exception {
    try (AuthenticatingProxy proxy = new AuthenticatingProxy("me:w0rd", directory)) {
      Map<String, String> through =
          Map.of("http_proxy", "http://me:w0rd@127.0.0.1:" + proxy.port(), "no_proxy", "");
      Map<String, String> around =
          Map.of("http_proxy", "http://me:w0rd@127.0.0.1:" + proxy.port(), "no_proxy", "127.0.0.1");
      URI address = URI.create("http://127.0.0.1:" + proxy.port() + "/");

      try (SdkHttpClient client = ProcessHttpService.client(through, AttributeMap.empty())) {
        assertThat(new String(post(client, address), StandardCharsets.UTF_8))
            .contains("AssumeRoleResult");
      }
      try (SdkHttpClient client = ProcessHttpService.client(around, AttributeMap.empty())) {
        assertThat(post(client, address)).isEmpty();
      }
      assertThat(proxy.asked()).containsExactly("POST " + address + " HTTP/1.1", "POST / HTTP/1.1");
    }
  }

  @Test
  void aProfileWithARoleSignsInThroughTheProxyAsTheFirstThatItSees() throws Exception {
    try (AuthenticatingProxy proxy = new AuthenticatingProxy("me:w0rd", directory)) {
      assertThat(signIn(proxy)).isEmpty();

      assertThat(proxy.asked())
          .isNotEmpty()
          .allMatch("CONNECT sts.us-east-1.amazonaws.com:443 HTTP/1.1"::equals);
      assertThat(proxy.behind()).hasSize(1);
    }
  }

  /// What [ProfileSignIn] prints in a process of its own, which has seen no proxy yet.
  private String signIn(AuthenticatingProxy proxy) throws Exception {
    Path config =
        Files.writeString(
            directory.resolve("config"),
            """
            [default]
            role_arn = arn:aws:iam::111122223333:role/reader
            source_profile = keys
            region = us-east-1

            [profile keys]
            aws_access_key_id = AKIAX
            aws_secret_access_key = secret
            """);
    Path log = directory.resolve("log.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ProfileSignIn.class.getName());
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_CONFIG_FILE", config.toString(),
                "AWS_SHARED_CREDENTIALS_FILE", directory.resolve("none").toString(),
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_CA_BUNDLE", proxy.authority().toString(),
                "HTTPS_PROXY", "http://me:w0rd@127.0.0.1:" + proxy.port()));
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
    return Files.readString(log);
  }
}
