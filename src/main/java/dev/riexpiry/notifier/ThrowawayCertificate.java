package dev.riexpiry.notifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A certificate of loopback that signs itself: made for one handshake, valid for an hour around
/// it, and trusted by nobody who is not given it. The JDK reads certificates, but has no public way
/// to make one. Its key is one of elliptic curves, because an RSA key would take ten times as long.
///
/// @param keys its key pair
/// @param certificate the certificate, of X.509 version 3
record ThrowawayCertificate(KeyPair keys, Certificate certificate) {
  private static final String CURVE = "secp256r1";
  private static final Duration AROUND = Duration.ofMinutes(30);
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT_ID = 0x06;
  private static final int UTF8_STRING = 0x0c;
  private static final int UTC = 0x17;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int IP_ADDRESS = 0x87;
  private static final int VERSION = 0xa0;
  private static final int EXTENSIONS = 0xa3;

  private static final int SHORT_LENGTHS = 0x80;
  private static final int ONE_BYTE_LENGTH = 0x81;
  private static final int TWO_BYTES_LENGTH = 0x82;

  /// `ecdsa-with-SHA256` of RFC 5758.
  private static final byte[] SHA256_WITH_ECDSA =
      der(SEQUENCE, der(OBJECT_ID, bytes(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02)));

  private static final byte[] NAME =
      der(
          SEQUENCE,
          der(
              SET,
              der(
                  SEQUENCE,
                  der(OBJECT_ID, bytes(0x55, 0x04, 0x03)),
                  der(UTF8_STRING, "rehearsal".getBytes(StandardCharsets.UTF_8)))));

  /// The subject's alternative name is 127.0.0.1.
  private static final byte[] LOOPBACK =
      der(
          SEQUENCE,
          der(OBJECT_ID, bytes(0x55, 0x1d, 0x11)),
          der(OCTET_STRING, der(SEQUENCE, der(IP_ADDRESS, bytes(127, 0, 0, 1)))));

  /// Makes one.
  ///
  /// @throws GeneralSecurityException if this Java has no such curve
  static ThrowawayCertificate make(Instant now) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(CURVE));
    KeyPair keys = generator.generateKeyPair();
    byte[] content =
        der(
            SEQUENCE,
            der(VERSION, der(INTEGER, bytes(2))),
            der(INTEGER, bytes(1)),
            SHA256_WITH_ECDSA,
            NAME,
            der(SEQUENCE, time(now.minus(AROUND)), time(now.plus(AROUND))),
            NAME,
            keys.getPublic().getEncoded(),
            der(EXTENSIONS, der(SEQUENCE, LOOPBACK)));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(content);
    byte[] whole =
        der(SEQUENCE, content, SHA256_WITH_ECDSA, der(BIT_STRING, bytes(0), signature.sign()));
    return new ThrowawayCertificate(
        keys,
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(whole)));
  }

  private static byte[] time(Instant time) {
    return der(UTC, UTC_TIME.format(time).getBytes(StandardCharsets.US_ASCII));
  }

  /// One element of DER: its tag, its length in as few bytes as it takes, its content.
  private static byte[] der(int tag, byte[]... content) {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    for (byte[] part : content) {
      inner.writeBytes(part);
    }
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    if (inner.size() >> Byte.SIZE > 0) {
      element.write(TWO_BYTES_LENGTH);
      element.write(inner.size() >> Byte.SIZE);
    } else if (inner.size() >= SHORT_LENGTHS) {
      element.write(ONE_BYTE_LENGTH);
    }
    element.write(inner.size());
    element.writeBytes(inner.toByteArray());
    return element.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
