package dev.riexpiry.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.InvalidValueException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An HTTP proxy. Its user and password are in no text of it.
///
/// @param host its name or address
/// @param port 1 to 65535
/// @param login the user and the password, if it asks for them
record ProxyServer(String host, int port, Optional<ProxyLogin> login) {
  private static final int USUAL_PORT = 80;
  private static final int MAX_PORT = 65_535;
  private static final String REMEDY =
      "write http://HOST:PORT, or http://USER:PASSWORD@HOST:PORT with signs such as @ and % as"
          + " %40 and %25";

  /// The password may hold any sign, so what stands before the last `@` is the user's.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?:(?<user>.*)@)?"
              + "(?<host>\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?/?",
          Pattern.DOTALL);

  ProxyServer {
    requireNonNull(host, "host is null");
    requireNonNull(login, "login is null");
  }

  /// Reads the value of `HTTPS_PROXY`. Without a scheme it is taken for `http`, without a port for
  /// 80, as the AWS CLI does.
  ///
  /// @throws InvalidValueException without a word of the value, which may hold a password
  static ProxyServer parse(String text) {
    Matcher matcher = ADDRESS.matcher(text.strip());
    if (!matcher.matches()) {
      throw new InvalidValueException("it is not the address of a proxy", REMEDY);
    }
    String scheme = Optional.ofNullable(matcher.group("scheme")).orElse("http");
    if (!scheme.equalsIgnoreCase("http")) {
      throw new InvalidValueException(
          "a proxy that is spoken to by " + scheme + " is not supported", REMEDY);
    }
    int port = Optional.ofNullable(matcher.group("port")).map(Integer::parseInt).orElse(USUAL_PORT);
    if (port < 1 || port > MAX_PORT) {
      throw new InvalidValueException("its port is not from 1 to 65535", REMEDY);
    }
    return new ProxyServer(
        matcher.group("host"),
        port,
        Optional.ofNullable(matcher.group("user")).map(ProxyServer::login));
  }

  private static ProxyLogin login(String user) {
    int colon = user.indexOf(':');
    return colon < 0
        ? new ProxyLogin(decoded(user), "")
        : new ProxyLogin(decoded(user.substring(0, colon)), decoded(user.substring(colon + 1)));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException _) {
      throw new InvalidValueException("a % in its user or password begins no %-code", REMEDY);
    }
  }

  /// As the JDK takes it.
  Proxy proxy() {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(bare, port));
  }

  /// Names its host and port only.
  @Override
  public String toString() {
    return "http://" + host + ":" + port;
  }
}
