package dev.riexpiry.notifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The sample organisation of the demo: five accounts, one of them closed, and the books of the one
/// that pays, as of [#MORNING]. AWS's answers are files beside this class, named
/// `service.Action.xml` or `.json`; where they differ, by what they are about:
///
/// - `service.Action.region.account`: what one account has there
/// - `sts.AssumeRole.account`: the credentials of a role, or why there are none
/// - `ce.Action.Service-of-AWS`: what the books hold of one service
public final class SampleOrganization {
  /// When it is looked at.
  public static final Instant MORNING = Instant.parse("2026-05-04T06:00:00Z");

  private static final String CALLER = "111122223333";
  private static final Pattern SCOPE =
      Pattern.compile("Credential=([^/]+)/[0-9]{8}/([^/]+)/([^/]+)/aws4_request");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z]+)");
  private static final Pattern ROLE = Pattern.compile("iam%3A%3A([0-9]{12})%3Arole");
  private static final Pattern SERVICE = Pattern.compile("\"Values\":\\[\"([^\"]+)\"");

  private SampleOrganization() {}

  /// Answers for it at an address on loopback while `use` runs.
  ///
  /// @throws IOException if no port on loopback is free
  public static <T> T at(Function<URI, T> use) throws IOException {
    return CannedAws.at(SampleOrganization::answer, use);
  }

  /// The text of its accounts file.
  public static String accounts() {
    return file("accounts.json").orElseThrow();
  }

  private static CannedAws.Answer answer(CannedAws.Request request) {
    Matcher scope = SCOPE.matcher(request.authorization());
    if (!scope.find()) {
      return unknown("what is not signed");
    }
    String action = action(request);
    String call = scope.group(3) + "." + action;
    String account = first(ACCOUNT, scope.group(1)).orElse(CALLER);
    return Stream.of(
            detail(request).map(detail -> call + "." + detail),
            Optional.of(call + "." + scope.group(2) + "." + account),
            Optional.of(call))
        .flatMap(Optional::stream)
        .flatMap(name -> Stream.of(name + ".xml", name + ".json"))
        .flatMap(name -> file(name).stream())
        .findFirst()
        .map(SampleOrganization::answer)
        .orElseGet(() -> unknown(call));
  }

  /// A refusal says itself what it is.
  private static CannedAws.Answer answer(String body) {
    int status = body.contains("<ErrorResponse ") ? 403 : body.contains("\"__type\"") ? 400 : 200;
    return new CannedAws.Answer(status, body);
  }

  private static CannedAws.Answer unknown(String call) {
    return new CannedAws.Answer(
        400,
        "{\"__type\": \"ValidationError\", \"message\": \"The sample knows no " + call + "\"}");
  }

  private static String action(CannedAws.Request request) {
    return request.target().isEmpty()
        ? first(ACTION, request.body())
            .orElse(
                request.path().endsWith("/reservedInstances")
                    ? "DescribeReservedInstances"
                    : request.path().substring(request.path().lastIndexOf('/') + 1))
        : request.target().substring(request.target().lastIndexOf('.') + 1);
  }

  /// What a call is about, where its region and caller do not say it.
  private static Optional<String> detail(CannedAws.Request request) {
    return first(ROLE, request.body())
        .or(() ->
            first(SERVICE, request.body()).map(name -> name.replaceAll("[^A-Za-z0-9]+", "-")));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(found.groupCount()))
        .findFirst();
  }

  private static Optional<String> file(String name) {
    try (InputStream in = SampleOrganization.class.getResourceAsStream("sample/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
