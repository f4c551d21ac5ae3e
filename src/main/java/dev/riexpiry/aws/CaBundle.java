package dev.riexpiry.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InputFile;
import dev.riexpiry.input.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// The certificate authorities of a PEM file, `AWS_CA_BUNDLE`, which are trusted in place of the
/// JDK's, as the AWS CLI does.
final class CaBundle {
  static final String VARIABLE = "AWS_CA_BUNDLE";

  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");
  private static final String REMEDY =
      "name a PEM file with the certificates of the authorities to trust, or unset it";

  private final String source;
  private final Path path;

  private CaBundle(String file) {
    this.source = VARIABLE + ", " + file + ",";
    try {
      this.path = Path.of(file);
    } catch (InvalidPathException _) {
      throw invalid("it is not a path");
    }
  }

  /// Makes the sockets that trust the authorities of a file, and no others.
  ///
  /// @throws InvalidInputException if the file cannot be read or holds no certificate
  static SSLSocketFactory sockets(String file) {
    CaBundle bundle = new CaBundle(file);
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(bundle.authorities());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw bundle.invalid("it cannot be used: " + e.getClass().getSimpleName());
    }
  }

  private KeyStore authorities() throws GeneralSecurityException, IOException {
    List<byte[]> blocks =
        CERTIFICATE
            .matcher(new String(new InputFile(source, path).bytes(), ISO_8859_1))
            .results()
            .map(found -> found.group().getBytes(ISO_8859_1))
            .toList();
    if (blocks.isEmpty()) {
      throw invalid("it holds no certificate");
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    CertificateFactory reader = CertificateFactory.getInstance("X.509");
    for (int i = 0; i < blocks.size(); i++) {
      try {
        store.setCertificateEntry(
            String.valueOf(i), reader.generateCertificate(new ByteArrayInputStream(blocks.get(i))));
      } catch (CertificateException _) {
        throw invalid("its certificate " + (i + 1) + " cannot be read");
      }
    }
    return store;
  }

  private InvalidInputException invalid(String problem) {
    return new InvalidInputException(source, List.of(new Fault("the file", problem, REMEDY)));
  }
}
