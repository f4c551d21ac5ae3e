package dev.riexpiry.standin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// A server before the stand-in that answers some requests in ways that no server for tests can:
/// with a head that breaks off, or a body without end. It hands all others on, one a connection.
final class Front implements AutoCloseable {
  private final ServerSocket socket;
  private final int behind;
  private final Function<Request, Optional<Breakage>> breaking;

  /// A request.
  ///
  /// @param head as it came, with the empty line; here and in `body` each byte is a character
  /// @param method of HTTP
  /// @param url path and query
  /// @param headers by their names in small letters
  /// @param body as it came
  record Request(
      String head, String method, String url, Map<String, String> headers, String body) {}

  /// Writes what breaks, and returns when the connection shall end.
  interface Breakage {
    void write(OutputStream out, Socket client) throws IOException, InterruptedException;
  }

  private Front(int behind, Function<Request, Optional<Breakage>> breaking) throws IOException {
    this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    this.behind = behind;
    this.breaking = breaking;
  }

  /// @param behind the port to hand on to
  /// @param breaking what breaks of the answer to a request; empty to hand it on
  static Front start(int behind, Function<Request, Optional<Breakage>> breaking) {
    try {
      Front front = new Front(behind, breaking);
      Thread.ofVirtual().start(front::accept);
      return front;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        // The test has ended.
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      Request request = read(client.getInputStream(), client.getOutputStream());
      Optional<Breakage> breakage = breaking.apply(request);
      if (breakage.isPresent()) {
        breakage.get().write(client.getOutputStream(), client);
      } else {
        handOn(request, client);
      }
    } catch (IOException e) {
      // The client had enough.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handOn(Request request, Socket client) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      server
          .getOutputStream()
          .write(
              request
                  .head()
                  .replaceAll("(?i)\r\n(connection|expect): [^\r\n]*", "")
                  .replaceFirst("\r\n", "\r\nConnection: close\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      server.getOutputStream().write(request.body().getBytes(StandardCharsets.ISO_8859_1));
      try {
        server.getInputStream().transferTo(client.getOutputStream());
      } catch (IOException e) {
        client.setSoLinger(true, 0);
      }
    }
  }

  private static Request read(InputStream in, OutputStream out) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the client sent nothing");
      }
      head.write(next);
      text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : "";
    }
    String[] lines = text.strip().split("\r\n", -1);
    String[] first = lines[0].split(" ", 3);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; i < lines.length; i++) {
      String[] header = lines[i].split(": ?", 2);
      headers.put(header[0], header[1]);
    }
    if (headers.containsKey("Expect")) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
    return new Request(
        text, first[0], first[1], headers, new String(body, StandardCharsets.ISO_8859_1));
  }
}
