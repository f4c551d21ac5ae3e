package dev.riexpiry.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLServerSocket;

/// Gives the same answers as [CannedAws], over TLS, for few calls at once: one thread a connection.
/// It takes the orders `latency` and `counts`.
final class TlsCannedAws {
  private static final int BACKLOG = 256;

  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicLong latencyMillis = new AtomicLong();

  /// @param args the file that holds the server's key
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    try (SSLServerSocket server =
        (SSLServerSocket)
            new TlsKeys(Path.of(args[0]))
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
      TlsCannedAws aws = new TlsCannedAws();
      Thread acceptor = Thread.ofPlatform().daemon().start(() -> aws.accept(server));
      System.out.println(server.getLocalPort());
      aws.obey();
      acceptor.interrupt();
    }
  }

  private void obey() throws IOException {
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      String[] words = order.split(" ", 2);
      switch (words[0]) {
        case "latency" -> latencyMillis.set(Long.parseLong(words[1]));
        case "counts" ->
            System.out.println(calls.getAndSet(0) + " " + connections.getAndSet(0) + " 0 0 0");
        default -> throw new IllegalArgumentException("not an order: " + order);
      }
    }
  }

  private void accept(SSLServerSocket server) {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // The server was closed: the benchmark is over.
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      socket.setTcpNoDelay(true);
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        String body = new String(in.readNBytes(CannedAws.contentLength(head)), ISO_8859_1);
        calls.incrementAndGet();
        Thread.sleep(latencyMillis.get());
        socket.getOutputStream().write(CannedAnswers.to(CannedAnswers.Request.of(head, body)));
      }
    } catch (IOException e) {
      // The client went away, as each does in the end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Up to the empty line; empty at the end of the connection.
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int ends = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.write(next);
      ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
      if (ends == 2) {
        return head.toString(ISO_8859_1);
      }
    }
    return "";
  }
}
