package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/// The SDK clients of one process: one HTTP client under all of them, and one client per service
/// and region whoever is asked about, because a client per account costs more than its calls.
///
/// - attempts: 5 in all, in the SDK's `standard` retry mode
/// - pause before another attempt: at most 100 milliseconds, doubled each time; 1 second where AWS
///   said that it was asked too fast; never more than 20 seconds
/// - time for one attempt: 15 seconds; to connect: 5 seconds
/// - time for one call with its retries: 60 seconds
///
/// `AWS_ENDPOINT_URL` and the SDK's other standard variables apply.
public final class AwsClients implements AutoCloseable {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final Region home;
  private final AwsCredentialsProvider caller;
  private final Timing timing;
  private final SdkHttpClient http;
  private final ConcurrentMap<Key, SdkClient> clients = new ConcurrentHashMap<>();

  /// Clients that speak with the credentials the process finds in its surroundings: variables, the
  /// default profile, the container's or instance's role.
  public static AwsClients create() {
    return new AwsClients(
        HomeRegion.of(Optional.empty()),
        DefaultCredentialsProvider.builder().build(),
        Timing.DEFAULT);
  }

  /// Clients that speak with the credentials of a profile, whatever variables say.
  ///
  /// @throws InvalidInputException if there is no such profile
  public static AwsClients forProfile(String profile) {
    if (ProfileFile.defaultProfileFile().profile(profile).isEmpty()) {
      throw new InvalidInputException(
          "the command line",
          List.of(
              new Fault(
                  "--profile",
                  "there is no profile '" + profile + "'",
                  "name one of `aws configure list-profiles`")));
    }
    return new AwsClients(
        HomeRegion.of(Optional.of(profile)),
        ProfileCredentialsProvider.create(profile),
        Timing.DEFAULT);
  }

  /// @param home where STS is asked, and whose partition role names are completed with
  /// @param caller the credentials of whoever runs the process
  AwsClients(Region home, AwsCredentialsProvider caller, Timing timing) {
    this.home = requireNonNull(home, "home is null");
    this.caller = requireNonNull(caller, "caller is null");
    this.timing = requireNonNull(timing, "timing is null");
    this.http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(timing.connect())
            .socketTimeout(timing.attempt())
            .build();
  }

  Region home() {
    return home;
  }

  AwsCredentialsProvider caller() {
    return caller;
  }

  /// The one client of `type` in `region`, made on first use.
  ///
  /// @param builder gives the builder of `type`
  <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
      Class<C> type, Region region, Supplier<B> builder) {
    return type.cast(
        clients.computeIfAbsent(new Key(type, region), key -> build(region, builder.get())));
  }

  private <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>>
      C build(Region region, B builder) {
    return builder
        .region(region)
        .credentialsProvider(caller)
        .httpClient(http)
        .overrideConfiguration(configuration ->
            configuration
                .retryStrategy(RetryMode.STANDARD)
                .retryStrategy(strategy ->
                    strategy
                        .maxAttempts(timing.attempts())
                        .backoffStrategy(growing(timing.pause()))
                        .throttlingBackoffStrategy(growing(timing.throttledPause())))
                .apiCallAttemptTimeout(timing.attempt())
                .apiCallTimeout(timing.call()))
        .build();
  }

  private static BackoffStrategy growing(Duration first) {
    return BackoffStrategy.exponentialDelay(first, LONGEST_PAUSE);
  }

  @Override
  public void close() {
    clients.values().forEach(SdkClient::close);
    http.close();
  }

  private record Key(Class<?> type, Region region) {}

  /// How long to wait and how often to try.
  ///
  /// @param connect to a host
  /// @param attempt one request with its answer
  /// @param call all attempts together with the pauses between them
  /// @param attempts at most so many, the first one included
  /// @param pause at most so long before the second attempt, and twice as long before each further
  /// @param throttledPause the same where AWS said that it was asked too fast
  record Timing(
      Duration connect,
      Duration attempt,
      Duration call,
      int attempts,
      Duration pause,
      Duration throttledPause) {
    static final Timing DEFAULT =
        new Timing(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            5,
            Duration.ofMillis(100),
            Duration.ofSeconds(1));

    Timing {
      requireNonNull(connect, "connect is null");
      requireNonNull(attempt, "attempt is null");
      requireNonNull(call, "call is null");
      requireNonNull(pause, "pause is null");
      requireNonNull(throttledPause, "throttledPause is null");
    }
  }
}
