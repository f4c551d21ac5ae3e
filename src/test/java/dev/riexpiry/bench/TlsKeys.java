package dev.riexpiry.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A key for a server on loopback, and whom to trust for it. Made anew each time.
///
/// @param keys the key store; beside it stand a trust store and a certificate
public record TlsKeys(Path keys) {
  private static final String PASSWORD = "changeit";

  /// Makes them with the JDK's keytool.
  public static TlsKeys make(Path directory) throws IOException, InterruptedException {
    TlsKeys made = new TlsKeys(directory.resolve("tls-keys.p12"));
    Files.deleteIfExists(made.keys);
    Files.deleteIfExists(made.trusted());
    keytool(
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-dname",
        "CN=stand-in",
        "-ext",
        "san=ip:127.0.0.1",
        "-keystore",
        made.keys.toString());
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "server",
        "-keystore",
        made.keys.toString(),
        "-file",
        made.certificate().toString());
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "server",
        "-keystore",
        made.trusted().toString(),
        "-file",
        made.certificate().toString());
    return made;
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool failed: " + command);
    }
  }

  /// For boto3's `AWS_CA_BUNDLE`.
  public Path certificate() {
    return keys.resolveSibling("tls-certificate.pem");
  }

  private Path trusted() {
    return keys.resolveSibling("tls-trusted.p12");
  }

  /// Options for a Java that is to trust the server.
  String javaOptions() {
    return "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
        .formatted(trusted().toAbsolutePath(), PASSWORD);
  }

  /// The TLS context of the server.
  public SSLContext context() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
