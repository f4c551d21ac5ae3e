package dev.riexpiry.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One request, understood from nothing but itself: service, region and key stand in the scope of
/// its signature, the rest in its form.
///
/// @param number counted from 1
/// @param service the service that was called
/// @param action what for
/// @param region where
/// @param accessKeyId by whom
/// @param sessionToken what came with a temporary key; empty with a lasting one
/// @param method of HTTP
/// @param path of the URL
/// @param parameters the form, with names such as `Filter.1.Value.1`, or the texts of the JSON
///   object
/// @param body as it came
public record Call(
    int number,
    AwsService service,
    String action,
    String region,
    String accessKeyId,
    String sessionToken,
    String method,
    String path,
    Map<String, String> parameters,
    String body) {
  private static final Pattern SCOPE =
      Pattern.compile("Credential=([^/]+)/[0-9]{8}/([^/]+)/([^/]+)/aws4_request");

  /// Empty if the request is not signed, or for a service that is not stood in for.
  static Optional<Call> of(int number, Request request) {
    return of(
        number,
        request.getMethod().getName(),
        request.getUrl(),
        name -> header(request, name),
        request.getBodyAsString());
  }

  /// The same, of a request in its parts.
  ///
  /// @param header the header of a name; empty if there is none
  static Optional<Call> of(
      int number, String method, String target, UnaryOperator<String> header, String body) {
    Matcher scope = SCOPE.matcher(header.apply("Authorization"));
    if (!scope.find()) {
      return Optional.empty();
    }
    String operation = header.apply("X-Amz-Target");
    String[] url = target.split("[?]", 2);
    Map<String, String> parameters =
        body.startsWith("{") && !method.equals("PUT")
            ? json(body)
            : form(body.isEmpty() && url.length > 1 ? url[1] : body);
    return AwsService.signingAs(scope.group(3))
        .map(service ->
            new Call(
                number,
                service,
                operation.isEmpty()
                    ? parameters.getOrDefault("Action", service.wire().action(method, url[0]))
                    : operation.substring(operation.lastIndexOf('.') + 1),
                scope.group(2),
                scope.group(1),
                header.apply("X-Amz-Security-Token"),
                method,
                url[0],
                parameters,
                body));
  }

  private static Map<String, String> form(String body) {
    Map<String, String> parameters = new TreeMap<>();
    Arrays.stream(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2 && pair[0].matches("[A-Za-z0-9.]+"))
        .forEach(pair -> parameters.put(decode(pair[0]), decode(pair[1])));
    return parameters;
  }

  private static Map<String, String> json(String body) {
    Map<String, String> parameters = new TreeMap<>();
    try {
      new ObjectMapper()
          .readTree(body)
          .properties()
          .forEach(member -> parameters.put(member.getKey(), member.getValue().asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the SDK sent no JSON: " + body, e);
    }
    return parameters;
  }

  private static String header(Request request, String name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }

  /// The account that the key belongs to; empty for a key that no account of the stand-in has.
  public String account() {
    return Keys.account(accessKeyId, sessionToken).orElse("");
  }

  /// The same call for the first page of a listing.
  Call forFirstPage() {
    Map<String, String> others = new TreeMap<>(parameters);
    others.keySet().removeIf(name -> name.matches("Marker|[Nn]ext(Page)?Token"));
    return new Call(
        number, service, action, region, accessKeyId, sessionToken, method, path, others, body);
  }

  public Optional<String> parameter(String name) {
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
