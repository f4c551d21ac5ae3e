package dev.riexpiry.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Measures the most calls that [CannedAws] can answer, asked as cheaply as possible: ready-made
/// requests over plain sockets, and no time between question and answer. It warms the stand-in up
/// as well.
final class Ceiling {
  private static final int CLIENTS = 16;
  private static final int CALLS_PER_CLIENT = 2500;
  private static final String BODY = "Action=DescribeReservedInstances&Version=2016-11-15";
  private static final byte[] REQUEST =
      """
      POST / HTTP/1.1\r
      Host: 127.0.0.1\r
      Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r
      Authorization: AWS4-HMAC-SHA256 Credential=%s100000000001/20260504/us-east-1/ec2/aws4_request, \
      SignedHeaders=host, Signature=none\r
      Content-Length: %d\r
      \r
      %s\
      """
          .formatted(CannedAnswers.KEY_PREFIX, BODY.length(), BODY)
          .getBytes(ISO_8859_1);

  private Ceiling() {}

  /// Asks all it can, twice, and tells of the second time.
  static String measure(CannedAwsProcess aws)
      throws IOException, InterruptedException, ExecutionException {
    aws.order("latency", 0);
    ask(aws.port());
    double cpu = aws.cpuSeconds();
    long start = System.nanoTime();
    ask(aws.port());
    double seconds = (System.nanoTime() - start) / 1e9;
    int calls = CLIENTS * CALLS_PER_CLIENT;
    return "The stand-in alone: %,.0f calls a second, %.0f µs of CPU a call"
        .formatted(calls / seconds, (aws.cpuSeconds() - cpu) / calls * 1e6);
  }

  private static void ask(int port) throws InterruptedException, ExecutionException {
    List<Future<?>> clients = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(
            threads.submit(() -> {
              try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                for (int call = 0; call < CALLS_PER_CLIENT; call++) {
                  socket.getOutputStream().write(REQUEST);
                  skipAnswer(socket.getInputStream());
                }
              }
              return null;
            }));
      }
      for (Future<?> client : clients) {
        client.get();
      }
    }
  }

  private static void skipAnswer(InputStream in) throws IOException {
    byte[] bytes = new byte[1 << 14];
    int length = 0;
    int end = Integer.MAX_VALUE;
    while (length < end) {
      int count = in.read(bytes, length, bytes.length - length);
      if (count < 0) {
        throw new IOException("the stand-in closed the connection");
      }
      length += count;
      if (end == Integer.MAX_VALUE) {
        String text = new String(bytes, 0, length, ISO_8859_1);
        int headEnd = text.indexOf("\r\n\r\n");
        if (headEnd >= 0) {
          int size = text.indexOf("Content-Length: ") + "Content-Length: ".length();
          end = headEnd + 4 + Integer.parseInt(text.substring(size, text.indexOf("\r\n", size)));
        }
      }
    }
  }
}
