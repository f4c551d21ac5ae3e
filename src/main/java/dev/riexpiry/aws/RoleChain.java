package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.aws.Refusal.Input;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.signin.MachineSource;
import dev.riexpiry.signin.MfaCode;
import dev.riexpiry.signin.MfaPrompt;
import dev.riexpiry.signin.ProfileRole;
import dev.riexpiry.signin.Session;
import dev.riexpiry.signin.SessionCache;
import dev.riexpiry.signin.Source;
import dev.riexpiry.signin.Way;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;

/// The credentials of a profile that stands for a role, as the AWS CLI assumes it: with the code of
/// an MFA device where the profile names one, which the SDK does not do.
final class RoleChain implements AwsCredentialsProvider {
  /// The longest time for which a session may assume a further role.
  /// (<https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html>, role chaining)
  private static final int LONGEST_CHAINED_SECONDS = 3600;

  private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(5);
  private static final int MOST_CODES = 3;

  private final Source.Assumed source;
  private final SessionCache sessions;
  private final InstantSource clock;
  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private volatile Optional<SignedInChain> signedIn = Optional.empty();

  /// @param sessions where sessions are kept for which a code was typed
  /// @param clock the time, for the end of sessions
  RoleChain(Source.Assumed source, SessionCache sessions, InstantSource clock) {
    this.source = requireNonNull(source, "source is null");
    this.sessions = requireNonNull(sessions, "sessions is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /// Signs in, from its last role to its first as far as no session of them is kept.
  ///
  /// @param prompt asks for the code of an MFA device
  /// @return why that cannot be done; empty if it is done
  Optional<Failure> signIn(AwsClients clients, MfaPrompt prompt) {
    return switch (assumed(source.role(), source.by(), clients, prompt)) {
      case Outcome.Failed<Session>(Failure failure) -> Optional.of(failure);
      case Outcome.Found<Session>(Session session) -> {
        signedIn = Optional.of(new SignedInChain(clients, session));
        yield Optional.empty();
      }
    };
  }

  /// Passes the kept sessions over that were taken: AWS does not take them any more, whatever their
  /// end. Else nobody could sign in before it.
  ///
  /// @return whether there are such, so that signing in once more may help
  boolean refuseKept() {
    return refused.addAll(taken);
  }

  @Override
  public AwsCredentials resolveCredentials() {
    return credentials(current().session());
  }

  /// The session, renewed shortly before its end where that needs no code.
  private SignedInChain current() {
    SignedInChain now =
        signedIn.orElseThrow(() -> SdkClientException.create("The caller has not signed in."));
    return source.needsCode() || now.session().lasts(RENEWED_BEFORE_END, clock.instant())
        ? now
        : renewed(now.clients());
  }

  private synchronized SignedInChain renewed(AwsClients clients) {
    SignedInChain now = signedIn.orElseThrow();
    if (!now.session().lasts(RENEWED_BEFORE_END, clock.instant())) {
      Optional<Failure> _ = signIn(clients, (_, _) -> Optional.empty());
    }
    return signedIn.orElseThrow();
  }

  private static AwsSessionCredentials credentials(Session session) {
    return AwsSessionCredentials.create(
        session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
  }

  private Outcome<AwsCredentials> credentials(Source from, AwsClients clients, MfaPrompt prompt) {
    return switch (from) {
      case Source.Assumed(ProfileRole role, Source by) ->
          assumed(role, by, clients, prompt).map(RoleChain::credentials);
      case Source.Keys keys -> new Outcome.Found<>(credentials(keys));
      case Source.OfProfile(String profile, Way way) ->
          CallerSignIn.resolve(ProfileProviders.of(profile, way), way, Optional.of(profile));
      case Source.OfMachine(String profile, MachineSource machine) ->
          CallerSignIn.resolve(provider(machine), machine.way(), Optional.of(profile));
    };
  }

  private static AwsCredentials credentials(Source.Keys keys) {
    return keys.sessionToken()
        .<AwsCredentials>map(token ->
            AwsSessionCredentials.create(keys.accessKeyId(), keys.secretAccessKey(), token))
        .orElseGet(() -> AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey()));
  }

  private static AwsCredentialsProvider provider(MachineSource machine) {
    return switch (machine) {
      case ENVIRONMENT -> EnvironmentVariableCredentialsProvider.create();
      case INSTANCE -> InstanceProfileCredentialsProvider.create();
      case CONTAINER -> ContainerCredentialsProvider.create();
    };
  }

  private Outcome<Session> assumed(
      ProfileRole role, Source by, AwsClients clients, MfaPrompt prompt) {
    Optional<Session> kept =
        role.mfaSerial()
            .flatMap(_ -> sessions.find(role, clock.instant()))
            .filter(session -> !refused.contains(session.accessKeyId()));
    kept.map(Session::accessKeyId).ifPresent(taken::add);
    return kept.<Outcome<Session>>map(Outcome.Found::new)
        .orElseGet(() ->
            credentials(by, clients, prompt)
                .flatMap(credentials -> assume(role, by, credentials, clients, prompt)));
  }

  private Outcome<Session> assume(
      ProfileRole role, Source source, AwsCredentials by, AwsClients clients, MfaPrompt prompt) {
    Outcome<Session> answer =
        role.mfaSerial()
            .map(serial -> assume(role, serial, by, clients, prompt))
            .orElseGet(() -> ask(role, by, Optional.empty(), clients));
    return switch (answer) {
      case Outcome.Found<Session> found -> found;
      case Outcome.Failed<Session>(Failure failure) ->
          new Outcome.Failed<>(
              failure.code().equals(Failure.NO_CREDENTIALS)
                  ? failure
                  : RoleFailures.of(role, source, failure));
    };
  }

  private Outcome<Session> assume(
      ProfileRole role, String serial, AwsCredentials by, AwsClients clients, MfaPrompt prompt) {
    Optional<Failure> refused = Optional.empty();
    for (int codes = 0; codes < MOST_CODES; codes++) {
      Optional<MfaCode> code = prompt.code(serial, refused.map(Failure::message));
      if (code.isEmpty()) {
        return new Outcome.Failed<>(
            refused.orElseGet(() -> RoleFailures.noCode(role.profile(), serial)));
      }
      Outcome<Session> answer = ask(role, by, code, clients);
      refused = answer.failure().filter(RoleFailures::isWrongCode);
      if (refused.isEmpty()) {
        return answer.map(session -> keep(role, session));
      }
    }
    return new Outcome.Failed<>(refused.orElseThrow());
  }

  /// Keeps a session. Where that cannot be done, the next run asks for a code again.
  private Session keep(ProfileRole role, Session session) {
    try {
      sessions.keep(role, session);
    } catch (IOException _) {
      return session;
    }
    return session;
  }

  private Outcome<Session> ask(
      ProfileRole role, AwsCredentials by, Optional<MfaCode> code, AwsClients clients) {
    AssumeRoleRequest request =
        AssumeRoleRequest.builder()
            .overrideConfiguration(
                with -> with.credentialsProvider(StaticCredentialsProvider.create(by)))
            .roleArn(role.arn())
            .roleSessionName(role.sessionName().orElse(StsSignIn.SESSION_NAME))
            .externalId(role.externalId().orElse(null))
            .durationSeconds(seconds(role, by).orElse(null))
            .serialNumber(role.mfaSerial().orElse(null))
            .tokenCode(code.map(MfaCode::digits).orElse(null))
            .build();
    return new AwsCall(StsSignIn.ACTION, new Input(role.arn(), clients.partition()))
        .ask(() ->
            session(
                AnyRegion.ask(
                    clients,
                    region ->
                        // A code counts once: a request that may have been taken is not repeated.
                        (code.isPresent()
                                ? clients.unrepeated(StsClient.class, region, StsClient::builder)
                                : clients.client(StsClient.class, region, StsClient::builder))
                            .assumeRole(request))));
  }

  private static Optional<Integer> seconds(ProfileRole role, AwsCredentials by) {
    return role.seconds()
        .map(seconds ->
            by instanceof AwsSessionCredentials
                ? Math.min(seconds, LONGEST_CHAINED_SECONDS)
                : seconds);
  }

  private static Outcome<Session> session(AssumeRoleResponse answer) {
    Credentials credentials = answer.credentials();
    if (credentials == null
        || credentials.accessKeyId() == null
        || credentials.secretAccessKey() == null
        || credentials.sessionToken() == null
        || credentials.expiration() == null) {
      return new Outcome.Failed<>(
          AwsFailures.unusable(StsSignIn.ACTION, "the answer holds no credentials"));
    }
    Optional<AssumedRoleUser> user = Optional.ofNullable(answer.assumedRoleUser());
    return new Outcome.Found<>(
        new Session(
            credentials.accessKeyId(),
            credentials.secretAccessKey(),
            credentials.sessionToken(),
            credentials.expiration(),
            user.map(AssumedRoleUser::assumedRoleId),
            user.map(AssumedRoleUser::arn),
            Optional.ofNullable(answer.responseMetadata()).map(of -> of.requestId())));
  }

  /// @param clients those to renew it with
  private record SignedInChain(AwsClients clients, Session session) {}
}
