package dev.riexpiry.aws;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.signin.MfaPrompt;
import dev.riexpiry.signin.Origin;
import dev.riexpiry.signin.Way;
import dev.riexpiry.sweep.Identity;
import dev.riexpiry.text.Redaction;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// The sign-in of the caller itself. Where a run is under way, the failures of the SDK's providers
/// of credentials are known by their words: they have no codes, and the default chain puts all of
/// its own together in one message.
final class CallerSignIn {
  private CallerSignIn() {}

  /// Signs the caller in, and asks whose its credentials are.
  ///
  /// @param prompt asks for the code of an MFA device
  /// @return why there are no credentials, or none that AWS takes
  static Outcome<SignedIn> signIn(AwsClients clients, MfaPrompt prompt) {
    Outcome<SignedIn> first = attempt(clients, prompt);
    return first.failure().filter(Failure::refusesCaller).isPresent()
            && clients.source() instanceof CallerSource.Roles(Origin _, RoleChain chain)
            && chain.refuseKept()
        ? attempt(clients, prompt)
        : first;
  }

  private static Outcome<SignedIn> attempt(AwsClients clients, MfaPrompt prompt) {
    Optional<Failure> failure =
        switch (clients.source()) {
          case CallerSource.OfSdk(Origin origin, Way way, AwsCredentialsProvider provider) ->
              resolve(provider, way, profile(origin)).failure();
          case CallerSource.Roles(Origin _, RoleChain chain) -> chain.signIn(clients, prompt);
        };
    if (failure.isPresent()) {
      return new Outcome.Failed<>(failure.get());
    }
    Outcome<Identity> identity = new StsSignIn(clients, Patience.USUAL).caller();
    return identity
        .failure()
        .filter(Failure::refusesCaller)
        .<Outcome<SignedIn>>map(Outcome.Failed::new)
        .orElseGet(
            () -> new Outcome.Found<>(new SignedIn(identity, clients.source().origin().words())));
  }

  private static Optional<String> profile(Origin origin) {
    return switch (origin) {
      case Origin.OfProfile(String name) -> Optional.of(name);
      case Origin.OfMachine _ -> Optional.empty();
    };
  }

  /// Tries a provider once. The SDK keeps what it gets.
  ///
  /// @param way how it gets them
  /// @param profile the profile that says so, for the commands that mend it
  static Outcome<AwsCredentials> resolve(
      AwsCredentialsProvider provider, Way way, Optional<String> profile) {
    try {
      return new Outcome.Found<>(provider.resolveCredentials());
    } catch (RuntimeException e) {
      return new Outcome.Failed<>(SignInFailures.of(way, profile, e));
    }
  }

  /// The failure to sign in that lies behind an exception; empty if it is something else.
  static Optional<Failure> failure(String action, Throwable thrown) {
    String words = words(thrown);
    String said = words.toLowerCase(Locale.ROOT);
    if (says(
        said,
        "sso login",
        "sso session",
        "sso token",
        "cached token at",
        "session token not found or invalid",
        "invalid refresh token")) {
      return Optional.of(
          new Failure(
              action,
              Failure.SESSION_EXPIRED,
              "the SSO session of the profile has expired, or there is none",
              "run: aws sso login" + option()));
    }
    if (says(
        said, "reauthenticate", "re-authenticate", "for login_session", "signin access token")) {
      return Optional.of(
          new Failure(
              action,
              Failure.SESSION_EXPIRED,
              "the login session of the profile has expired, or there is none",
              "run: aws login" + option()));
    }
    if (says(said, "process-based credential", "command returned non-zero exit value")) {
      return Optional.of(
          new Failure(
              action,
              Failure.NO_CREDENTIALS,
              "the credential_process of the profile failed: " + Redaction.of(exit(words)),
              "run that command by hand, and mend it in ~/.aws/config"));
    }
    if (says(said, "source profile of", "circular relationship")) {
      return Optional.of(
          new Failure(
              action,
              Failure.NO_CREDENTIALS,
              "the profile names a source_profile that has no credentials",
              "give the source profile credentials in ~/.aws/credentials, or sign in to it"));
    }
    if (says(said, "unable to load credentials", "profile file contained no credentials")) {
      return Optional.of(
          new Failure(
              action,
              Failure.NO_CREDENTIALS,
              "no AWS credentials were found",
              "sign in (aws sso login), or name a profile with --profile or AWS_PROFILE"));
    }
    return Optional.empty();
  }

  /// The option that names the profile in use, for the AWS CLI's commands.
  private static String option() {
    return Optional.ofNullable(System.getenv("AWS_PROFILE"))
        .filter(name -> name.matches("[A-Za-z0-9_.@/+-]+"))
        .map(name -> " --profile " + name)
        .orElse(" (with --profile for another profile than the default one)");
  }

  /// What the command itself said, from "Command returned" on.
  private static String exit(String words) {
    int start = words.indexOf("Command returned");
    return start < 0 ? "it gave no credentials" : words.substring(start);
  }

  private static boolean says(String said, String... words) {
    return Stream.of(words).anyMatch(said::contains);
  }

  private static String words(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .limit(20)
        .map(cause -> String.valueOf(cause.getMessage()))
        .collect(Collectors.joining(" "));
  }
}
