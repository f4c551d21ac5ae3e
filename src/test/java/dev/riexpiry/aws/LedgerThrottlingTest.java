package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.riexpiry.Sample;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.ledger.Claim;
import dev.riexpiry.ledger.Lease;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// A table that throttles some claims: each is made all the same, and fewer at once are.
class LedgerThrottlingTest {
  private static final Lease LEASE = Lease.of("run-1", Instant.parse("2026-05-04T06:00:00Z"));
  private static final int CLAIMS = 200;

  /// So patient that no request is repeated for another reason than throttling.
  private static final Timing PATIENT =
      new Timing(
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(300),
          Duration.ofSeconds(60),
          5,
          Duration.ofMillis(10),
          Duration.ofMillis(50));

  /// After the cut to half of all, with one more for each round of the claims that are left.
  private static final int MOST_AFTERWARDS = 24;

  private HttpServer server;
  private AwsClients clients;
  private Function<String, Optional<String>> table = _ -> Optional.empty();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    clients =
        new AwsClients(
            Region.US_EAST_1,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")),
            PATIENT,
            Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
  }

  @AfterEach
  void stop() {
    clients.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<String> code =
          table.apply(
              new ObjectMapper().readTree(exchange.getRequestBody()).at("/Item/entry/S").asText());
      byte[] body =
          code.map("{\"__type\": \"x#%s\"}"::formatted)
              .orElse("{}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(code.isPresent() ? 400 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Announcement announcement(int number) {
    return Sample.expiring(Sample.ec2(Sample.WEB, "r-" + number, "2026-05-11T03:59:59Z"), 7, 7)
        .announcement();
  }

  private Claim claim(DynamoLedger ledger, int number) {
    return ledger.claim(announcement(number), LEASE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ProvisionedThroughputExceededException",
        "ThrottlingException",
        "RequestLimitExceeded"
      })
  void everythingIsClaimedAndFewerAtOnceAreAfterwards(String code) throws Exception {
    Burst burst = new Burst();
    table = key -> burst.throttles(key) ? Optional.of(code) : Optional.empty();
    DynamoLedger ledger = new DynamoLedger(clients, "ledger", InstantSource.system());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Claim>> claims =
          IntStream.range(0, CLAIMS).mapToObj(i -> threads.submit(() -> claim(ledger, i))).toList();
      for (Future<Claim> claim : claims) {
        assertThat(claim.get()).isInstanceOf(Claim.Claimed.class);
      }
    }

    assertThat(burst.mostAfterwards).isPositive().isLessThanOrEqualTo(MOST_AFTERWARDS);
  }

  @Test
  void whatIsThrottledThroughAllRetriesIsAskedForAgainWhereOthersAreAnswered() throws Exception {
    CountDownLatch othersAreAnswered = new CountDownLatch(2);
    AtomicInteger requests = new AtomicInteger();
    String throttled = announcement(0).key();
    table =
        key -> {
          if (!key.equals(throttled)) {
            othersAreAnswered.countDown();
            return Optional.empty();
          }
          int request = requests.incrementAndGet();
          // Before anything is throttled, the others need not wait for their turn; and the request
          // of the second shows that the answer to the first has come.
          if (request == 1) {
            await(othersAreAnswered);
          }
          return request <= PATIENT.attempts()
              ? Optional.of("ThrottlingException")
              : Optional.empty();
        };
    DynamoLedger ledger = new DynamoLedger(clients, "ledger", InstantSource.system());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Claim> late = threads.submit(() -> claim(ledger, 0));
      claimOthersOnce(requests, ledger);

      assertThat(late.get()).isInstanceOf(Claim.Claimed.class);
    }
    assertThat(requests).hasValue(PATIENT.attempts() + 1);
  }

  private void claimOthersOnce(AtomicInteger asked, DynamoLedger ledger) {
    while (asked.get() == 0) {
      Thread.onSpinWait();
    }
    claim(ledger, 1);
    claim(ledger, 2);
  }

  @Test
  void aTableThatThrottlesEverythingIsAskedInOneRoundOfRetries() {
    AtomicInteger requests = new AtomicInteger();
    table =
        _ -> {
          requests.incrementAndGet();
          return Optional.of("ThrottlingException");
        };

    assertThat(claim(new DynamoLedger(clients, "ledger", InstantSource.system()), 0))
        .isInstanceOf(Claim.Failed.class);
    assertThat(requests).hasValue(PATIENT.attempts());
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(50, TimeUnit.SECONDS)) {
        throw new IllegalStateException("fewer requests than there have to be");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Throttles the first request of each of as many claims as there may be at once, when all of
  /// them have come.
  private static final class Burst {
    private final CountDownLatch whole = new CountDownLatch(LedgerCalls.MOST);
    private final Set<String> seen = new HashSet<>();
    private final Set<String> underWay = new HashSet<>();
    private int mostAfterwards;

    boolean throttles(String key) {
      boolean throttled = begins(key);
      if (throttled) {
        whole.countDown();
        await(whole);
      } else {
        ends(key);
      }
      return throttled;
    }

    /// @return whether it is of the burst, and asked for the first time
    private synchronized boolean begins(String key) {
      boolean inBurst = seen.size() < LedgerCalls.MOST;
      boolean isNew = seen.add(key);
      underWay.add(key);
      if (isNew && !inBurst) {
        mostAfterwards = Math.max(mostAfterwards, underWay.size());
      }
      return isNew && inBurst;
    }

    private synchronized void ends(String key) {
      underWay.remove(key);
    }
  }
}
