package dev.riexpiry.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLContext;

/// A stand-in by TLS: hands each request on to one that speaks without.
public final class TlsFront implements AutoCloseable {
  private static final Set<String> OWN = Set.of("connection", "content-length", "host", "expect");

  private final String behind;
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpsServer server;

  private TlsFront(String behind, SSLContext keys) throws IOException {
    this.behind = behind;
    this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(keys));
    server.createContext("/", this::handOn);
  }

  /// @param behind the address to hand on to
  /// @param keys what it shows as its certificate
  public static TlsFront start(String behind, SSLContext keys) throws IOException {
    TlsFront front = new TlsFront(behind, keys);
    front.server.start();
    return front;
  }

  public String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handOn(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
              values.forEach(value -> request.header(name, value));
            }
          });
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
