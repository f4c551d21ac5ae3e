package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.signin.Profiles;
import dev.riexpiry.signin.SessionCache;
import dev.riexpiry.sweep.Starvation;
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;

/// The SDK clients of one process: one HTTP client under all of them, and one client per service
/// and region for all accounts, because a client per account costs more than its calls.
///
/// - attempts: 5 in all, in the SDK's `standard` retry mode, of which two may time out
/// - back-off before another attempt: at most 100 milliseconds, doubled each time; half a second
///   after throttling
/// - time-out of one attempt: 3.5 seconds; to connect: 3 seconds
/// - time-out of one call with its retries: 12 seconds
/// - of what did not answer in time and is asked once more: 30 seconds, in one attempt
/// - none of these counts the time for which this process had no processor
/// - for calls that must not be made twice, three times as long for an attempt, no silence
///   repeated, and a connection each
/// - connections kept open to one host: as many as a sweep makes calls at once
///
/// `AWS_ENDPOINT_URL` and the SDK's other standard variables apply, and those of [Network].
public final class AwsClients implements AutoCloseable {
  private static final String KEPT_CONNECTIONS = "http.maxConnections";
  private static final String SILENT_RETRIES = "sun.net.http.retryPost";

  /// The ways of signing in to a proxy that the JDK does not take for a tunnel: by default a user
  /// with a password.
  private static final String TUNNEL_SCHEMES_OFF = "jdk.http.auth.tunneling.disabledSchemes";

  private static final String HTTP_SERVICE = "software.amazon.awssdk.http.service.impl";
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);
  private static final int BYTES_A_MILLISECOND = 256;

  static {
    set(HTTP_SERVICE, ProcessHttpService.class.getName());
  }

  private final Region home;
  private final CallerSource source;
  private final Timing timing;
  private final Optional<URI> endpoint;
  private final RetryStrategy retries;
  private final RetryStrategy unrepeated;
  private final SdkHttpClient http;
  private final SdkHttpClient patientHttp;
  private final ScheduledExecutorService timers =
      new FedTimers(Starvation.ofThisProcess()::fedNanos);
  private final ConcurrentMap<Key, SdkClient> clients = new ConcurrentHashMap<>();

  /// Clients with the credentials of the SDK's default chain: variables, the default profile, the
  /// container's or instance's role.
  ///
  /// @throws InvalidInputException if a variable names no proxy, or no file of certificates
  public static AwsClients create() {
    return create(Network.of(System.getenv()));
  }

  /// The same clients without a proxy and with the JDK's certificates, whatever the variables are:
  /// for a rehearsal within the process that uses everything else as it is used later.
  public static AwsClients direct() {
    return create(Network.DIRECT);
  }

  private static AwsClients create(Network network) {
    return new AwsClients(
        HomeRegion.of(Optional.empty()),
        DefaultCredentialsProvider.builder().build(),
        Timing.DEFAULT,
        Optional.empty(),
        network);
  }

  /// Says which region is used where nobody has named one; empty where somebody has.
  ///
  /// @param profile the profile to look in; the default one if it is empty
  public static Optional<String> regionNotice(Optional<String> profile) {
    return HomeRegion.chosen(profile, System.getenv()).isPresent()
        ? Optional.empty()
        : Optional.of(
            "No region is set: %s is used for what has no region of its own. To choose another, set AWS_REGION, or region in the profile."
                .formatted(HomeRegion.USUAL));
  }

  /// The profiles of this user's AWS configuration.
  ///
  /// @throws InvalidInputException if its files cannot be read
  public static Profiles profiles() {
    return Configuration.profiles();
  }

  /// Clients that send every call to `endpoint`, with worthless credentials and whatever the
  /// variables are: for a rehearsal or the demo within the process.
  public static AwsClients rehearsing(URI endpoint) {
    return new AwsClients(
        Region.US_EAST_1,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("rehearsal", "rehearsal")),
        Timing.DEFAULT,
        Optional.of(endpoint));
  }

  /// Clients of a caller as the command line knows it: with the credentials of a profile, whatever
  /// the variables are, or those that the SDK's default chain finds. A chain of roles is signed in
  /// by [AwsAdapters#signIn], before anything else is asked.
  ///
  /// @param profile the profile that the caller named
  /// @param clock the time, for the end of sessions
  /// @throws InvalidInputException if there is no such profile, what it says cannot be, or a
  ///   variable names no proxy, or no file of certificates
  public static AwsClients forCaller(Optional<String> profile, InstantSource clock) {
    return forCaller(profile, clock, SessionCache.of(System.getenv()), Timing.DEFAULT);
  }

  /// @param sessions where sessions are kept for which a code was typed
  static AwsClients forCaller(
      Optional<String> profile, InstantSource clock, SessionCache sessions, Timing timing) {
    return new AwsClients(
        HomeRegion.of(profile),
        CallerSource.of(profile, clock, sessions),
        timing,
        Optional.empty(),
        Network.of(System.getenv()));
  }

  /// @param home the region of the STS endpoint, and of the partition that completes role names
  /// @param caller the credentials of the process itself
  /// @param timing time-outs, attempts and back-off
  /// @param endpoint the address to call instead of AWS; empty leaves it to the SDK
  AwsClients(Region home, AwsCredentialsProvider caller, Timing timing, Optional<URI> endpoint) {
    this(home, caller, timing, endpoint, Network.DIRECT);
  }

  /// @param network the way to AWS
  AwsClients(
      Region home,
      AwsCredentialsProvider caller,
      Timing timing,
      Optional<URI> endpoint,
      Network network) {
    this(home, CallerSource.given(caller), timing, endpoint, network);
  }

  /// @param source the credentials of the process itself
  AwsClients(
      Region home, CallerSource source, Timing timing, Optional<URI> endpoint, Network network) {
    this.home = requireNonNull(home, "home is null");
    this.source = requireNonNull(source, "source is null");
    this.timing = requireNonNull(timing, "timing is null");
    this.endpoint = requireNonNull(endpoint, "endpoint is null");
    RetryStrategy standard = timing.retries();
    this.retries = new SilenceLimit(standard);
    this.unrepeated = new Unrepeated(standard);
    set(KEPT_CONNECTIONS, String.valueOf(Sweep.MAX_CONCURRENCY));
    set(SILENT_RETRIES, "false");
    set(TUNNEL_SCHEMES_OFF, "");
    AnswerMemory memory = new AnswerMemory(Runtime.getRuntime().maxMemory());
    this.http = http(network, timing.connect(), longest(timing), memory);
    this.patientHttp = http(network, timing.connect(), longest(timing.patient()), memory);
  }

  /// The wait for an answer in which the timers have ended every attempt: they know for how long
  /// there was no processor.
  private static Duration longest(Timing timing) {
    return timing.last().plus(timing.attempt());
  }

  /// Makes the HTTP client of all parts of this program.
  ///
  /// @param connect the time-out for connecting
  /// @param read the time-out for each wait for an answer
  /// @param memory for the answers
  static SdkHttpClient http(Network network, Duration connect, Duration read, AnswerMemory memory) {
    return new BufferedBodies(
        new BoundedAnswers(new EndedConnections(network.client(connect, read)), memory));
  }

  Region home() {
    return home;
  }

  /// The region of services that have one endpoint for all regions. In other partitions than the
  /// largest each region answers for all, or none does.
  Region globalRegion() {
    return home.metadata().partition().id().equals("aws") ? Region.US_EAST_1 : home;
  }

  /// A region of the partition that every account has.
  Region alwaysEnabled() {
    return HomeRegion.alwaysEnabled(home);
  }

  /// The time-out of the one attempt for what did not answer in time before.
  Duration lastAttempt() {
    return timing.last();
  }

  /// Lets a call end with the time that is left until `stop`, if that is sooner than by its own
  /// time-outs.
  void end(AwsRequestOverrideConfiguration.Builder request, Stop stop) {
    stop.left()
        .map(left -> longer(left, SHORTEST_TIMEOUT))
        .ifPresent(left ->
            request
                .apiCallAttemptTimeout(shorter(left, timing.attempt()))
                .apiCallTimeout(shorter(left, timing.call())));
  }

  /// Gives a call as much more time as its body needs at 250 KiB a second, and ends it with the
  /// time that is left until `stop`, if that is sooner.
  ///
  /// @param bytes of the body
  void upload(AwsRequestOverrideConfiguration.Builder request, int bytes, Stop stop) {
    Duration body = Duration.ofMillis(bytes / BYTES_A_MILLISECOND);
    Duration attempt = timing.attempt().plus(body);
    Duration call = timing.call().plus(body.multipliedBy(2));
    Duration left = longer(stop.left().orElse(call), SHORTEST_TIMEOUT);
    request.apiCallAttemptTimeout(shorter(left, attempt)).apiCallTimeout(shorter(left, call));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /// The partition of the caller, such as `aws` or `aws-cn`.
  String partition() {
    return home.metadata().partition().id();
  }

  AwsCredentialsProvider caller() {
    return source.provider();
  }

  CallerSource source() {
    return source;
  }

  /// The one client of `type` in `region`, made on first use.
  ///
  /// @param builder gives the builder of `type`
  <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
      Class<C> type, Region region, Supplier<B> builder) {
    return type.cast(
        clients.computeIfAbsent(
            new Key(type, region),
            key ->
                built(region, builder.get(), http, timing, new ThrottleWatch(retries), Map.of())));
  }

  /// The one client of `type` in `region` for calls that must not be made twice: it waits longer,
  /// and repeats only what was certainly not taken. It keeps no connection, since one that the
  /// other side has closed meanwhile looks as if the request was lost.
  ///
  /// @param builder gives the builder of `type`
  <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C unrepeated(
      Class<C> type, Region region, Supplier<B> builder) {
    return type.cast(
        clients.computeIfAbsent(
            new Key(type, region),
            key ->
                built(
                    region,
                    builder.get(),
                    patientHttp,
                    timing.patient(),
                    unrepeated,
                    Map.of("Connection", List.of("close")))));
  }

  private <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>>
      C built(
          Region region,
          B builder,
          SdkHttpClient sender,
          Timing limits,
          RetryStrategy strategy,
          Map<String, List<String>> headers) {
    endpoint.ifPresent(builder::endpointOverride);
    return builder
        .region(region)
        .credentialsProvider(caller())
        .httpClient(sender)
        .overrideConfiguration(configuration ->
            configuration
                .retryStrategy(strategy)
                .headers(headers)
                .scheduledExecutorService(timers)
                .apiCallAttemptTimeout(limits.attempt())
                .apiCallTimeout(limits.call()))
        .build();
  }

  /// Sets a property of the JDK's HTTP client or of the SDK, unless it is set already. By default,
  /// the JDK keeps five connections to a host and closes the sixth that falls idle, it repeats a
  /// failed POST on its own, which the SDK does not count as an attempt, and it gives a proxy no
  /// password for a tunnel. The JDK reads these properties once in a process, before its first
  /// request.
  private static void set(String setting, String value) {
    if (System.getProperty(setting) == null) {
      System.setProperty(setting, value);
    }
  }

  @Override
  public void close() {
    clients.values().forEach(SdkClient::close);
    http.close();
    patientHttp.close();
    timers.shutdownNow();
  }

  private record Key(Class<?> type, Region region) {}
}
