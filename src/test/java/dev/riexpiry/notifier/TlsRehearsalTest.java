package dev.riexpiry.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

class TlsRehearsalTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final int IP_ADDRESS = 7;

  @Test
  void speaksWithItselfAndChangesNothingThatTheProcessTrusts() throws Exception {
    SSLContext context = SSLContext.getDefault();
    SSLSocketFactory sockets = HttpsURLConnection.getDefaultSSLSocketFactory();

    assertThatCode(TlsRehearsal::run).doesNotThrowAnyException();

    assertThat(SSLContext.getDefault()).isSameAs(context);
    assertThat(HttpsURLConnection.getDefaultSSLSocketFactory()).isSameAs(sockets);
  }

  @Test
  void theCertificateIsOfLoopbackForAnHourAndSignsItself() throws Exception {
    ThrowawayCertificate made = ThrowawayCertificate.make(NOON);
    X509Certificate certificate = (X509Certificate) made.certificate();

    assertThatCode(() -> certificate.verify(made.keys().getPublic())).doesNotThrowAnyException();
    assertThat(certificate.getVersion()).isEqualTo(3);
    assertThat(certificate.getNotBefore()).isEqualTo(Date.from(NOON.minusSeconds(1800)));
    assertThat(certificate.getNotAfter()).isEqualTo(Date.from(NOON.plusSeconds(1800)));
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=rehearsal");
    assertThat(certificate.getSubjectAlternativeNames())
        .containsExactly(List.of(IP_ADDRESS, "127.0.0.1"));
  }

  @Test
  void whoIsNotGivenTheCertificateDoesNotTrustIt() throws Exception {
    X509Certificate certificate =
        (X509Certificate) ThrowawayCertificate.make(Instant.now()).certificate();
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init((KeyStore) null);
    X509TrustManager usual = (X509TrustManager) managers.getTrustManagers()[0];

    assertThatThrownBy(
            () -> usual.checkServerTrusted(new X509Certificate[] {certificate}, "ECDHE_ECDSA"))
        .isInstanceOf(CertificateException.class);
  }
}
