package dev.riexpiry.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A server in the place of DynamoDB and SNS that answers each call after a stated time, and keeps
/// the items of one table. A table of limited capacity takes so many calls in each second, and
/// throttles the others.
final class LedgerAws implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BACKLOG = 1024;
  private static final String SENT =
      "<PublishResponse><PublishResult><MessageId>bench</MessageId></PublishResult></PublishResponse>";

  private final TableItems table = new TableItems();
  private final Duration latency;
  private final int capacity;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger throttled = new AtomicInteger();
  private final AtomicInteger messages = new AtomicInteger();
  private final HttpServer server;
  private long second;
  private int taken;

  private LedgerAws(Duration latency, int capacity) throws IOException {
    this.latency = latency;
    this.capacity = capacity;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
  }

  /// Starts one with an empty table.
  ///
  /// @param capacity the calls to the table in a second; 0 for any number
  static LedgerAws start(Duration latency, int capacity) throws IOException {
    // The JDK's server lets each answer wait for an acknowledgement otherwise.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    LedgerAws aws = new LedgerAws(latency, capacity);
    aws.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    aws.server.createContext("/", aws::answer);
    aws.server.start();
    return aws;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  TableItems table() {
    return table;
  }

  /// The calls to the table.
  int calls() {
    return calls.get();
  }

  /// The calls to the table that it throttled.
  int throttled() {
    return throttled.get();
  }

  /// The messages that SNS took.
  int messages() {
    return messages.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    long due = System.nanoTime() + latency.toNanos();
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      Answer answer = target == null ? sent() : ofTable(target, JSON.readTree(request));
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      byte[] body = answer.body.getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer sent() {
    messages.incrementAndGet();
    return new Answer(200, SENT);
  }

  private Answer ofTable(String target, JsonNode request) {
    calls.incrementAndGet();
    if (!hasCapacity()) {
      throttled.incrementAndGet();
      return refusal("ProvisionedThroughputExceededException", "too many calls");
    }
    return switch (target.substring(target.indexOf('.') + 1)) {
      case "BatchGetItem" -> new Answer(200, table.get(request).toString());
      case "PutItem" -> conditional(table.put(request));
      case "UpdateItem" -> conditional(table.update(request));
      default -> refusal("UnknownOperationException", target);
    };
  }

  private synchronized boolean hasCapacity() {
    long now = System.nanoTime() / Duration.ofSeconds(1).toNanos();
    taken = now == second ? taken + 1 : 1;
    second = now;
    return capacity == 0 || taken <= capacity;
  }

  private static Answer conditional(boolean held) {
    return held
        ? new Answer(200, "{}")
        : refusal("ConditionalCheckFailedException", "The conditional request failed");
  }

  private static Answer refusal(String code, String message) {
    return new Answer(
        400,
        "{\"__type\": \"com.amazonaws.dynamodb.v20120810#%s\", \"message\": \"%s\"}"
            .formatted(code, message));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private record Answer(int status, String body) {}
}
