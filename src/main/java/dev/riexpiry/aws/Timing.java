package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.costexplorer.model.LimitExceededException;

/// Time-outs, attempts and back-off.
///
/// @param connect the time-out for connecting to a host
/// @param attempt the time-out of one request with its answer
/// @param call the time-out of all attempts together with the back-off between them
/// @param last the time-out of the one attempt for what did not answer in time before
/// @param attempts the most attempts, the first one included
/// @param pause the longest back-off before the second attempt; twice as long before each further
///   one
/// @param throttledPause the same after throttling
record Timing(
    Duration connect,
    Duration attempt,
    Duration call,
    Duration last,
    int attempts,
    Duration pause,
    Duration throttledPause) {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  static final Timing DEFAULT =
      new Timing(
          Duration.ofSeconds(3),
          Duration.ofMillis(3500),
          Duration.ofSeconds(12),
          Duration.ofSeconds(30),
          5,
          Duration.ofMillis(100),
          Duration.ofMillis(500));

  Timing {
    requireNonNull(connect, "connect is null");
    requireNonNull(attempt, "attempt is null");
    requireNonNull(call, "call is null");
    requireNonNull(last, "last is null");
    requireNonNull(pause, "pause is null");
    requireNonNull(throttledPause, "throttledPause is null");
  }

  /// The limits of a call that must not be made twice: three times as long for an attempt, and as
  /// much more for the call.
  Timing patient() {
    return new Timing(
        connect,
        attempt.multipliedBy(3),
        call.plus(attempt.multipliedBy(2)),
        last,
        attempts,
        pause,
        throttledPause);
  }

  /// The SDK's `standard` retry mode with these limits.
  RetryStrategy retries() {
    // Without the circuit breaker: one client serves many accounts, and an account that fails every
    // call must not use up the retries of the others.
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(attempts())
        .backoffStrategy(growing(pause()))
        .throttlingBackoffStrategy(growing(throttledPause()))
        .circuitBreakerEnabled(false)
        // The SDK takes only its own names of throttling for that, and has not this one.
        .retryOnException(LimitExceededException.class)
        .treatAsThrottling(failure ->
            failure instanceof LimitExceededException
                || (failure instanceof SdkException known
                    && RetryUtils.isThrottlingException(known)))
        .build();
  }

  private static BackoffStrategy growing(Duration first) {
    return BackoffStrategy.exponentialDelay(first, LONGEST_PAUSE);
  }
}
