package dev.riexpiry.standin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One request, understood from nothing but itself: service, region and key stand in the scope of
/// its signature, the rest in its form.
///
/// @param number counted from 1
/// @param service who was asked
/// @param action what for
/// @param region where
/// @param accessKeyId by whom
/// @param sessionToken what came with a temporary key; empty with a lasting one
/// @param parameters the form, with names such as `Filter.1.Value.1`
public record Call(
    int number,
    AwsService service,
    String action,
    String region,
    String accessKeyId,
    String sessionToken,
    Map<String, String> parameters) {
  private static final Pattern SCOPE =
      Pattern.compile("Credential=([^/]+)/[0-9]{8}/([^/]+)/([^/]+)/aws4_request");

  /// Empty if the request is not signed, or for a service that is not stood in for.
  static Optional<Call> of(int number, String authorization, String sessionToken, String form) {
    Matcher scope = SCOPE.matcher(authorization);
    if (!scope.find()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new TreeMap<>();
    Arrays.stream(form.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> parameters.put(decode(pair[0]), decode(pair[1])));
    return AwsService.signingAs(scope.group(3))
        .map(service ->
            new Call(
                number,
                service,
                parameters.getOrDefault("Action", ""),
                scope.group(2),
                scope.group(1),
                sessionToken,
                parameters));
  }

  /// The account that the key belongs to; empty for a key that no account of the stand-in has.
  public String account() {
    return Keys.account(accessKeyId, sessionToken).orElse("");
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /// An id in the form of AWS's own, the same in every run.
  String id() {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
