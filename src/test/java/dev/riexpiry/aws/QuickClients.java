package dev.riexpiry.aws;

import dev.riexpiry.signin.Origin;
import dev.riexpiry.signin.SessionCache;
import dev.riexpiry.signin.Way;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

/// The clients of production, which do not wait: as many attempts, almost no pause between them.
public final class QuickClients {
  private static final Duration ALMOST_NONE = Duration.ofMillis(1);

  private QuickClients() {}

  public static AwsClients create() {
    return in(HomeRegion.of(Optional.empty()));
  }

  /// Clients of a caller that has no SSO session any more.
  ///
  /// @param words what the SDK says of it
  public static AwsClients withoutCredentials(String words) {
    return failing(
        Way.SSO,
        () -> {
          throw SdkClientException.create(words);
        });
  }

  /// Clients of the profile `billing`.
  static AwsClients failing(Way way, AwsCredentialsProvider provider) {
    return new AwsClients(
        Region.US_EAST_1,
        new CallerSource.OfSdk(new Origin.OfProfile("billing"), way, provider),
        Timing.DEFAULT,
        Optional.empty(),
        Network.DIRECT);
  }

  /// Clients of a caller that may have profiles.
  ///
  /// @param profile the one that an option names
  public static AwsClients forCaller(
      Optional<String> profile, InstantSource clock, ProfileFiles files) {
    return AwsClients.forCaller(
        profile,
        clock,
        new SessionCache(files.cache()),
        timing(Timing.DEFAULT.attempt(), Timing.DEFAULT.last()));
  }

  static AwsClients in(Region home) {
    return create(home, Timing.DEFAULT.attempt(), Timing.DEFAULT.last());
  }

  /// @param attempt how long an answer may take
  public static AwsClients impatient(Duration attempt) {
    return impatient(attempt, attempt);
  }

  /// @param attempt how long an answer may take
  /// @param last how long it may take when it is asked for once more
  static AwsClients impatient(Duration attempt, Duration last) {
    return create(Region.US_EAST_1, attempt, last);
  }

  private static AwsClients create(Region home, Duration attempt, Duration last) {
    return new AwsClients(
        home,
        DefaultCredentialsProvider.builder().build(),
        timing(attempt, last),
        Optional.empty());
  }

  private static Timing timing(Duration attempt, Duration last) {
    return new Timing(
        Timing.DEFAULT.connect(),
        attempt,
        Timing.DEFAULT.call(),
        last,
        Timing.DEFAULT.attempts(),
        ALMOST_NONE,
        ALMOST_NONE);
  }
}
