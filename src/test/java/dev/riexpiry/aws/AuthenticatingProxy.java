package dev.riexpiry.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A proxy that asks for a user and a password, and stands for all of AWS behind it: it ends every
/// tunnel itself, with a certificate of its own authority.
final class AuthenticatingProxy implements AutoCloseable {
  private static final String STORE_PASSWORD = "changeit";
  private static final String IDENTITY =
      "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
          + "<GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/me</Arn>"
          + "<UserId>AIDA</UserId><Account>111122223333</Account></GetCallerIdentityResult>"
          + "</GetCallerIdentityResponse>";
  private static final String PUBLISHED =
      "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
          + "<MessageId>m-1</MessageId></PublishResult></PublishResponse>";

  private static final String SESSION =
      "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
          + "<AssumeRoleResult><Credentials><AccessKeyId>ASIAX</AccessKeyId>"
          + "<SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>"
          + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>"
          + "</AssumeRoleResult></AssumeRoleResponse>";

  private static final String REFUSAL =
      """
      HTTP/1.1 407 Proxy Authentication Required\r
      Proxy-Authenticate: Basic realm="corporate"\r
      Content-Length: 0\r
      \r
      """;

  private final ServerSocket server;
  private final SSLContext tls;
  private final Path authority;
  private final String authorization;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> behind = new CopyOnWriteArrayList<>();

  /// @param user the user and the password, with a colon between
  /// @param directory takes the key and the certificate
  AuthenticatingProxy(String user, Path directory) throws Exception {
    Path keys = directory.resolve("keys.p12");
    this.authority = directory.resolve("authority.pem");
    keytool(
        "-genkeypair",
        "-alias",
        "aws",
        "-keyalg",
        "EC",
        "-dname",
        "CN=corporate",
        "-ext",
        "san=dns:*.us-east-1.amazonaws.com,dns:s3.amazonaws.com",
        "-keystore",
        keys.toString());
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "aws",
        "-keystore",
        keys.toString(),
        "-file",
        authority.toString());
    this.tls = context(keys);
    this.authorization =
        "proxy-authorization: basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
    Process made =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (made.waitFor() != 0) {
      throw new IllegalStateException("keytool failed: " + command);
    }
  }

  private static SSLContext context(Path keys) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, STORE_PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, STORE_PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  int port() {
    return server.getLocalPort();
  }

  /// The certificate of its authority.
  Path authority() {
    return authority;
  }

  /// What it was asked for: the first lines of the requests to it.
  List<String> asked() {
    return asked;
  }

  /// The heads of the requests that came out of its tunnels.
  List<String> behind() {
    return behind;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String head = head(socket.getInputStream());
      asked.add(head.lines().findFirst().orElse(""));
      if (head.lines().noneMatch(line -> line.equalsIgnoreCase(authorization))) {
        write(socket.getOutputStream(), REFUSAL);
        return;
      }
      if (!head.startsWith("CONNECT ")) {
        answer(head, socket.getInputStream(), socket.getOutputStream());
        return;
      }
      write(socket.getOutputStream(), "HTTP/1.1 200 Connection established\r\n\r\n");
      try (SSLSocket inner =
          (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true)) {
        inner.setUseClientMode(false);
        String request = head(inner.getInputStream());
        behind.add(request);
        answer(request, inner.getInputStream(), inner.getOutputStream());
      }
    } catch (IOException _) {
      // The client has ended the connection.
    }
  }

  private static void answer(String head, InputStream in, OutputStream out) throws IOException {
    int length =
        head.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
            .findFirst()
            .orElse(0);
    if (head.lines().anyMatch(line -> line.equalsIgnoreCase("expect: 100-continue"))) {
      write(out, "HTTP/1.1 100 Continue\r\n\r\n");
    }
    String body = new String(in.readNBytes(length), UTF_8);
    String answer =
        body.contains("Action=Publish")
            ? PUBLISHED
            : body.contains("Action=AssumeRole") ? SESSION : IDENTITY;
    write(
        out,
        "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\nContent-Length: "
            + answer.length()
            + "\r\n\r\n"
            + answer);
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.write(next);
    }
    return head.toString(ISO_8859_1);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the proxy does not end", e);
    }
  }
}
