package dev.riexpiry.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The user and the password for a proxy, which are in no text of it. The JDK asks for them when a
/// proxy does, and gives them unasked from then on; what it is told in a header it does not put
/// into the request for a tunnel.
final class ProxyLogin extends Authenticator {
  private final String user;
  private final String password;

  ProxyLogin(String user, String password) {
    this.user = requireNonNull(user, "user is null");
    this.password = requireNonNull(password, "password is null");
  }

  /// Answers a proxy, and nobody else.
  @Override
  protected @Nullable PasswordAuthentication getPasswordAuthentication() {
    return getRequestorType() == RequestorType.PROXY
        ? new PasswordAuthentication(user, password.toCharArray())
        : null;
  }

  /// The value of `Proxy-Authorization`.
  String header() {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
  }
}
