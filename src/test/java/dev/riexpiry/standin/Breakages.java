package dev.riexpiry.standin;

import dev.riexpiry.standin.Front.Breakage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// The ways in which an answer breaks on the wire.
final class Breakages {
  /// Deeper than the stack of any thread.
  private static final int DEPTH = 300_000;

  private static final String PART_OF_HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/xm";
  private static final int CHUNK = 1 << 16;
  private static final int LONGER_THAN_ANY_TEST_WAITS_MILLIS = 20_000;

  private Breakages() {}

  /// The status line and a part of the headers, and then the end of the connection.
  static Breakage inHead() {
    return (out, _) -> write(out, PART_OF_HEAD);
  }

  /// The same, with a reset in place of an orderly end.
  static Breakage inHeadByReset() {
    return (out, client) -> {
      write(out, PART_OF_HEAD);
      out.flush();
      // What came before a reset is lost if it is not read yet.
      Thread.sleep(50);
      client.setSoLinger(true, 0);
    };
  }

  /// Half of the body.
  static Breakage inBody(Answer whole) {
    return (out, _) -> {
      byte[] body = whole.body().getBytes(StandardCharsets.UTF_8);
      write(out, head(whole, "Content-Length: " + body.length));
      out.write(body, 0, body.length / 2);
    };
  }

  /// The head, and its body too late.
  static Breakage beforeBody(Answer whole) {
    return (out, _) -> {
      byte[] body = whole.body().getBytes(StandardCharsets.UTF_8);
      write(out, head(whole, "Content-Length: " + body.length));
      out.flush();
      Thread.sleep(LONGER_THAN_ANY_TEST_WAITS_MILLIS);
      out.write(body);
    };
  }

  /// A body without end, which is well-formed as far as it goes.
  static Breakage endless(Answer like) {
    boolean json = isJson(like);
    byte[] chunk = (json ? "1," : "<a>b</a>").repeat(CHUNK / 8).getBytes(StandardCharsets.UTF_8);
    return (out, _) -> {
      write(out, head(like, "Connection: close"));
      write(out, json ? "{\"a\":[" : "<a>");
      while (true) {
        out.write(chunk);
      }
    };
  }

  /// The same, packed: a thousandth of what it unpacks to.
  static Breakage endlessPacked(Answer like) {
    byte[] chunk = packed(" ".repeat(1 << 24));
    return (out, _) -> {
      write(out, head(like, "Content-Encoding: gzip\r\nConnection: close"));
      while (true) {
        out.write(chunk);
      }
    };
  }

  /// Elements in elements, 300,000 deep.
  static Breakage nested(Answer like) {
    String body =
        isJson(like)
            ? "{\"a\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "}"
            : "<a>".repeat(DEPTH) + "</a>".repeat(DEPTH);
    return (out, _) -> {
      write(out, head(like, "Content-Length: " + body.length()));
      write(out, body);
    };
  }

  private static boolean isJson(Answer answer) {
    return answer.contentType().contains("json");
  }

  private static String head(Answer answer, String more) {
    return "HTTP/1.1 %d Broken\r\nContent-Type: %s\r\n%s\r\n\r\n"
        .formatted(answer.status(), answer.contentType(), more);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] packed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
