package dev.riexpiry.notifier;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.InstantSource;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// One request over TLS to a server within the process, by the JDK's client that all calls to AWS
/// go through. Only this connection trusts the server's certificate, by a context of its own; what
/// the process trusts is as it was, and the key is thrown away.
final class TlsRehearsal {
  private static final char[] PASSWORD = new char[0];
  private static final int LONGEST_MILLIS = 10_000;

  private TlsRehearsal() {}

  /// Makes the request.
  ///
  /// @throws IOException if no port on loopback is free, or this Java cannot speak TLS
  static void run() throws IOException {
    try {
      // The JDK checks certificates by the real time, whatever the check's is.
      ThrowawayCertificate own = ThrowawayCertificate.make(InstantSource.system().instant());
      HttpsServer server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(speaking(own)));
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              exchange.getResponseHeaders().add("Connection", "close");
              exchange.sendResponseHeaders(200, -1);
            }
          });
      server.start();
      try {
        request(server.getAddress().getPort(), trusting(own.certificate()));
      } finally {
        server.stop(0);
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("this Java cannot speak TLS", e);
    }
  }

  private static void request(int port, SSLContext context) throws IOException {
    HttpsURLConnection connection =
        (HttpsURLConnection)
            URI.create("https://127.0.0.1:" + port + "/").toURL().openConnection(Proxy.NO_PROXY);
    connection.setSSLSocketFactory(context.getSocketFactory());
    connection.setConnectTimeout(LONGEST_MILLIS);
    connection.setReadTimeout(LONGEST_MILLIS);
    try (InputStream body = connection.getInputStream()) {
      body.readAllBytes();
    } finally {
      connection.disconnect();
    }
  }

  private static SSLContext speaking(ThrowawayCertificate own)
      throws GeneralSecurityException, IOException {
    KeyStore keys = empty();
    keys.setKeyEntry(
        "rehearsal", own.keys().getPrivate(), PASSWORD, new Certificate[] {own.certificate()});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static SSLContext trusting(Certificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = empty();
    trusted.setCertificateEntry("rehearsal", certificate);
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    return store;
  }
}
