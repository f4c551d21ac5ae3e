package dev.riexpiry.notifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/// An AWS of canned answers, on a free port of 127.0.0.1 and for as long as it is used.
final class CannedAws {
  private CannedAws() {}

  /// Answers every call to an address on loopback while `use` runs.
  ///
  /// @param answers gives the answer to a request
  /// @throws IOException if no port on loopback is free
  static <T> T at(Function<Request, Answer> answers, Function<URI, T> use) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
    try {
      return use.apply(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, Function<Request, Answer> answers)
      throws IOException {
    try (exchange;
        InputStream in = exchange.getRequestBody();
        OutputStream out = exchange.getResponseBody()) {
      Answer known =
          answers.apply(
              new Request(
                  exchange.getRequestURI().getPath(),
                  header(exchange, "X-Amz-Target"),
                  header(exchange, "Authorization"),
                  new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      byte[] body = known.body().getBytes(StandardCharsets.UTF_8);
      exchange
          .getResponseHeaders()
          .add("Content-Type", known.body().startsWith("{") ? "application/json" : "text/xml");
      // A connection that is kept would outlive a rehearsal, and end up in the snapshot.
      exchange.getResponseHeaders().add("Connection", "close");
      exchange.sendResponseHeaders(known.status(), body.length);
      out.write(body);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  /// A request in the parts that tell what it asks.
  ///
  /// @param path of its URL
  /// @param target the operation, of a service that writes JSON; empty without one
  /// @param authorization its signature, with the scope; empty without one
  /// @param body its form, or its JSON
  record Request(String path, String target, String authorization, String body) {}

  /// @param status of HTTP
  /// @param body a JSON object or an XML document
  record Answer(int status, String body) {}
}
