package dev.riexpiry.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// The Lambda Runtime API on loopback: hands events to a runtime interface client and takes what it
/// answers.
public final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String ARN =
      "arn:aws:lambda:us-east-1:111122223333:function:ri-expiry-check";

  private static final InvocationResult ENDED =
      new InvocationResult(false, "the function's process has ended");

  private final HttpServer server;
  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<InvocationResult> answers = new LinkedBlockingQueue<>();
  private final AtomicLong millis = new AtomicLong();
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch made = new CountDownLatch(1);
  private final Duration patience;

  /// @param patience until the function is made, and until each answer
  RuntimeApi(Duration patience) throws IOException {
    this.patience = patience;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(ROOT, this::serve);
    server.start();
  }

  /// The value for `AWS_LAMBDA_RUNTIME_API`.
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /// Waits until the client asks for the first event.
  void awaitInit() throws InterruptedException {
    if (!made.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("the function was not made in time");
    }
    if (answers.contains(ENDED)) {
      throw new IllegalStateException("the function's process has ended");
    }
  }

  /// Sends one event, for which there is all the time in the world, and waits for its answer.
  InvocationResult invoke(byte[] event) throws InterruptedException {
    return invoke(event, Duration.ofDays(1));
  }

  /// @param time after which Lambda would end the function
  InvocationResult invoke(byte[] event, Duration time) throws InterruptedException {
    millis.set(time.toMillis());
    events.add(event);
    InvocationResult answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (answer == null) {
      throw new IllegalStateException("the function did not answer in time");
    }
    if (answer.equals(ENDED)) {
      throw new IllegalStateException("the function's process has ended");
    }
    return answer;
  }

  /// Takes note that the function's process has ended, so that nobody waits for its answer.
  void functionEnded() {
    answers.add(ENDED);
    made.countDown();
  }

  private void serve(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath().substring(ROOT.length());
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      if (path.equals("invocation/next")) {
        made.countDown();
        byte[] event = events.take();
        exchange
            .getResponseHeaders()
            .add("Lambda-Runtime-Aws-Request-Id", "request-" + requests.incrementAndGet());
        exchange.getResponseHeaders().add("Lambda-Runtime-Invoked-Function-Arn", ARN);
        exchange
            .getResponseHeaders()
            .add(
                "Lambda-Runtime-Deadline-Ms",
                String.valueOf(System.currentTimeMillis() + millis.get()));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, event.length);
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(event);
        }
        return;
      }
      String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      answers.add(new InvocationResult(path.endsWith("/response"), text));
      exchange.sendResponseHeaders(202, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("the runtime interface client went away", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /// @param ok whether the handler returned; it threw otherwise
  /// @param body what it returned, or Lambda's description of what it threw
  public record InvocationResult(boolean ok, String body) {}
}
