package dev.riexpiry.aws;

import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Asked;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;

/// A retry strategy that tells, for the call of the current thread, whether AWS throttled it. The
/// SDK itself reports throttling only of a call that failed in the end.
///
/// @param standard decides whether and when to try again
record ThrottleWatch(RetryStrategy standard) implements RetryStrategy {
  private static final ScopedValue<Runnable> THROTTLED = ScopedValue.newInstance();

  /// Asks `question` and tells whether any call of it was throttled.
  static <T> Asked<T> during(Supplier<Outcome<T>> question) {
    AtomicBoolean seen = new AtomicBoolean();
    Outcome<T> outcome = during(question, () -> seen.set(true));
    return new Asked<>(outcome, seen.get());
  }

  /// Runs `calls` and tells whether any of them was throttled.
  static boolean during(Runnable calls) {
    AtomicBoolean seen = new AtomicBoolean();
    ScopedValue.where(THROTTLED, () -> seen.set(true)).run(calls);
    return seen.get();
  }

  /// Asks `question`, and runs `throttled` as soon as, and as often as, a call of it is throttled.
  static <T> Outcome<T> during(Supplier<Outcome<T>> question, Runnable throttled) {
    return ScopedValue.where(THROTTLED, throttled).call(question::get);
  }

  @Override
  public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
    return standard.acquireInitialToken(request);
  }

  @Override
  public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
    if (THROTTLED.isBound() && isThrottling(request.failure())) {
      THROTTLED.get().run();
    }
    return standard.refreshRetryToken(request);
  }

  private static boolean isThrottling(Throwable failure) {
    return failure instanceof SdkServiceException answer
        ? answer.isThrottlingException()
        : BrokenAnswer.behind(failure).filter(BrokenAnswer::isThrottling).isPresent();
  }

  @Override
  public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
    return standard.recordSuccess(request);
  }

  @Override
  public int maxAttempts() {
    return standard.maxAttempts();
  }

  @Override
  public boolean useClientDefaults() {
    return false;
  }

  @Override
  public RetryStrategy.Builder<?, ?> toBuilder() {
    return standard.toBuilder();
  }
}
