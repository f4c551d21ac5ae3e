package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.sweep.Directory.Listing;
import dev.riexpiry.sweep.Stop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// One call to Organizations that never gets an answer, of clients that would wait for hours: it
/// ends with the time that the listing has.
@Timeout(120)
class HangingOrganizationTest {
  private static final Duration HOURS = Duration.ofHours(9);
  private static final Map<String, String> ANSWERS =
      Map.of(
          "ListRoots", "{\"Roots\": [{\"Id\": \"r-ab12\"}]}",
          "ListAccountsForParent", "{\"Accounts\": []}",
          "ListOrganizationalUnitsForParent", "{\"OrganizationalUnits\": []}",
          "ListParents", "{\"Parents\": [{\"Id\": \"r-ab12\", \"Type\": \"ROOT\"}]}");

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private String hanging = "";
  private HttpServer server;
  private AwsClients clients;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    clients =
        new AwsClients(
            Region.US_EAST_1,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")),
            new Timing(HOURS, HOURS, HOURS, HOURS, 1, HOURS, HOURS),
            Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
  }

  @AfterEach
  void stop() {
    clients.close();
    end.countDown();
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      String action = target.substring(target.indexOf('.') + 1);
      asked.add(action);
      if (action.equals(hanging)) {
        end.await();
        return;
      }
      byte[] body = ANSWERS.getOrDefault(action, "{}").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Listing list(String action, String... units) {
    hanging = action;
    return new OrganizationDirectory(clients)
        .list(List.of(units), Stop.after(Duration.ofSeconds(2)).halfway());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ListRoots", "ListAccountsForParent", "ListOrganizationalUnitsForParent"})
  void endsWithTheTimeThatTheListingHas(String action) {
    assertThat(list(action).failures())
        .isNotEmpty()
        .extracting(Failure::code)
        .isSubsetOf("Timeout", Failure.DEADLINE_EXCEEDED);
  }

  @Test
  void asksForNoMorePathsThen() {
    assertThat(list("ListParents", "ou-ab12-prod0000", "ou-ab12-data0000").failures())
        .extracting(Failure::code)
        .containsOnly(Failure.DEADLINE_EXCEEDED);
    assertThat(asked).hasSizeLessThan(2);
  }
}
