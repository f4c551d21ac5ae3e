package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.SettingParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// How this process reaches AWS: through which proxy, and which certificates it trusts.
///
/// - `HTTPS_PROXY` and `HTTP_PROXY`: the proxy for addresses of that scheme; none
/// - `NO_PROXY`: what is reached without; nothing
/// - `AWS_CA_BUNDLE`: the certificate authorities, in place of the JDK's
///
/// The first three also in small letters, which count more, as with curl and the AWS CLI. Where
/// none of them names a proxy, the JDK's own properties apply.
///
/// @param https the proxy for `https`
/// @param http the proxy for `http`
/// @param direct what is reached without a proxy
/// @param sockets makes the sockets for `https`; the JDK's own if it is empty
record Network(
    Optional<ProxyServer> https,
    Optional<ProxyServer> http,
    NoProxy direct,
    Optional<SSLSocketFactory> sockets) {
  /// The network without proxies, and with the JDK's certificates.
  static final Network DIRECT =
      new Network(Optional.empty(), Optional.empty(), new NoProxy(List.of()), Optional.empty());

  Network {
    requireNonNull(https, "https is null");
    requireNonNull(http, "http is null");
    requireNonNull(direct, "direct is null");
    requireNonNull(sockets, "sockets is null");
  }

  /// Reads the variables.
  ///
  /// @throws InvalidInputException naming every one that is wrong, without its value, or the file
  ///   of certificates
  static Network of(Map<String, String> environment) {
    List<Fault> faults = new ArrayList<>();
    SettingParser parser = new SettingParser(name -> variable(environment, name), faults);
    Optional<ProxyServer> https = parser.optional("HTTPS_PROXY", ProxyServer::parse);
    Optional<ProxyServer> http = parser.optional("HTTP_PROXY", ProxyServer::parse);
    if (!faults.isEmpty()) {
      throw new InvalidInputException("the environment", faults);
    }
    return new Network(
        https,
        http,
        NoProxy.parse(variable(environment, "NO_PROXY").orElse("")),
        Optional.ofNullable(environment.get(CaBundle.VARIABLE))
            .filter(Predicate.not(String::isBlank))
            .map(CaBundle::sockets));
  }

  /// The variable in small letters, or else in capitals. One that is set to nothing in small
  /// letters takes the other away.
  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(
            environment.getOrDefault(name.toLowerCase(Locale.ROOT), environment.get(name)))
        .filter(Predicate.not(String::isBlank));
  }

  /// Makes a client for this network.
  ///
  /// @param connect the time-out for connecting
  /// @param read the time-out for each wait for an answer
  SdkHttpClient client(Duration connect, Duration read) {
    return UrlConnectionHttpClient.create(address -> connection(address, connect, read));
  }

  private HttpURLConnection connection(URI address, Duration connect, Duration read) {
    Optional<ProxyServer> proxy = proxy(address);
    HttpURLConnection connection = open(address, proxy);
    connection.setConnectTimeout(Math.toIntExact(connect.toMillis()));
    connection.setReadTimeout(Math.toIntExact(read.toMillis()));
    Optional<ProxyLogin> login = proxy.flatMap(ProxyServer::login);
    if (connection instanceof HttpsURLConnection secure) {
      sockets.ifPresent(secure::setSSLSocketFactory);
      login.ifPresent(secure::setAuthenticator);
    } else {
      login.ifPresent(
          known -> connection.setRequestProperty("Proxy-Authorization", known.header()));
    }
    return connection;
  }

  private HttpURLConnection open(URI address, Optional<ProxyServer> proxy) {
    try {
      return (HttpURLConnection)
          (https.isEmpty() && http.isEmpty()
              ? address.toURL().openConnection()
              : address
                  .toURL()
                  .openConnection(proxy.map(ProxyServer::proxy).orElse(Proxy.NO_PROXY)));
    } catch (IOException e) {
      throw new UncheckedIOException("no connection is made to " + address.getHost(), e);
    }
  }

  /// The proxy through which an address is reached.
  Optional<ProxyServer> proxy(URI address) {
    boolean secure = "https".equalsIgnoreCase(address.getScheme());
    int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
    return (secure ? https : http)
        .filter(_ -> !direct.matches(String.valueOf(address.getHost()), port));
  }
}
