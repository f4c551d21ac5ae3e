package dev.riexpiry.aws;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.signin.Way;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.text.Redaction;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why a way to credentials leads to none, with the command that mends it. The SDK's failures have
/// no codes, and its words name whatever it has tried: what the profile says tells more.
final class SignInFailures {
  private static final String OUT_OF_REACH = "Unable to execute HTTP request";

  private SignInFailures() {}

  /// @param profile the profile that says how; empty where none does
  /// @param thrown by the SDK
  static Failure of(Way way, Optional<String> profile, Throwable thrown) {
    String words = words(thrown);
    String name = profile.map(text -> "the profile '" + text + "'").orElse("the profile");
    String option = option(profile);
    if (words.contains(OUT_OF_REACH)) {
      return failure(
          Failure.NO_CREDENTIALS,
          "whoever gives " + who(way, name) + " its credentials did not answer: " + last(thrown),
          "check the network between this machine and AWS, and any proxy");
    }
    return switch (way) {
      case SSO -> sso(words, name, option);
      case LOGIN ->
          failure(
              Failure.SESSION_EXPIRED,
              words.contains("Unable to refresh")
                  ? "the login session of " + name + " is not renewed: " + last(thrown)
                  : "the login session of " + name + " has expired, or there is none",
              "run: aws login" + option);
      case PROCESS ->
          failure(
              Failure.NO_CREDENTIALS,
              "the credential_process of " + name + " failed: " + exit(words),
              "run that command by hand, and mend it in ~/.aws/config");
      case KEYS ->
          failure(
              Failure.NO_CREDENTIALS,
              name + " has half of a key: " + last(thrown),
              "run: aws configure" + option);
      case WEB_IDENTITY ->
          failure(
              Failure.NO_CREDENTIALS,
              "the web identity token gives no credentials: " + last(thrown),
              "see that web_identity_token_file, or AWS_WEB_IDENTITY_TOKEN_FILE, names a fresh"
                  + " token, and that the role trusts who issued it");
      case NONE ->
          failure(
              Failure.NO_CREDENTIALS,
              name + " says nothing of credentials",
              "run: aws configure" + option + ", or aws configure sso" + option);
      case ENVIRONMENT ->
          failure(
              Failure.NO_CREDENTIALS,
              "there are no keys in the environment",
              "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile with --profile");
      case CONTAINER ->
          failure(
              Failure.NO_CREDENTIALS,
              "the container gives no credentials: " + last(thrown),
              "see that its task or pod has a role, and what"
                  + " AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI"
                  + " names");
      case INSTANCE -> profile.isPresent() ? instance(name, last(thrown)) : nothing();
    };
  }

  private static Failure instance(String name, String words) {
    return failure(
        Failure.NO_CREDENTIALS,
        name + " takes the role of this machine, and there is none: " + words,
        "attach an instance profile to the machine, or change credential_source");
  }

  private static Failure nothing() {
    return failure(
        Failure.NO_CREDENTIALS,
        "no AWS credentials were found: no keys in the environment, no profile that gives any,"
            + " and this machine has no role",
        "sign in (aws sso login), or name a profile with --profile or AWS_PROFILE");
  }

  private static Failure sso(String words, String name, String option) {
    String said = words.toLowerCase(Locale.ROOT);
    if (said.contains("status code: 403") || said.contains("no access")) {
      return failure(
          Failure.NO_CREDENTIALS,
          "the SSO session is good, but gives " + name + " no such role in that account",
          "correct sso_account_id and sso_role_name, or have the role assigned to your user in IAM"
              + " Identity Center");
    }
    if (said.contains("section not found")
        || said.contains("was not configured")
        || said.contains("must not be")) {
      return failure(
          Failure.NO_CREDENTIALS,
          "what " + name + " says of SSO is not complete: " + Redaction.of(words),
          "run: aws configure sso" + option);
    }
    return failure(
        Failure.SESSION_EXPIRED,
        "the SSO session of " + name + " has expired, or there is none",
        "run: aws sso login" + option);
  }

  private static Failure failure(String code, String message, String remedy) {
    return new Failure(Identity.ACTION, code, message, remedy);
  }

  private static String who(Way way, String name) {
    return switch (way) {
      case CONTAINER -> "this container";
      case INSTANCE -> "this machine";
      case KEYS, SSO, LOGIN, PROCESS, WEB_IDENTITY, NONE, ENVIRONMENT -> name;
    };
  }

  /// The option that names the profile, for the AWS CLI's commands.
  private static String option(Optional<String> profile) {
    return profile
        .filter(name -> name.matches("[A-Za-z0-9_.@/+-]+"))
        .filter(name -> !name.equals("default"))
        .map(name -> " --profile " + name)
        .orElse("");
  }

  /// What the command itself said, from "Command returned" on.
  private static String exit(String words) {
    int start = words.indexOf("Command returned");
    return Redaction.of(start < 0 ? "it gave no credentials" : words.substring(start));
  }

  private static String last(Throwable thrown) {
    return Redaction.of(
        chain(thrown)
            .map(cause -> String.valueOf(cause.getMessage()))
            .reduce((_, later) -> later)
            .orElse(""));
  }

  private static String words(Throwable thrown) {
    return chain(thrown)
        .map(cause -> String.valueOf(cause.getMessage()))
        .collect(Collectors.joining(" "));
  }

  private static Stream<Throwable> chain(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(20);
  }
}
