package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/// A retry strategy for calls that must not be made twice: it tries again only what AWS has
/// certainly not taken. SNS has no token by which it would know a message again.
///
/// @param standard decides everything else
record Unrepeated(RetryStrategy standard) implements RetryStrategy {
  Unrepeated {
    requireNonNull(standard, "standard is null");
  }

  @Override
  public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
    return standard.acquireInitialToken(request);
  }

  @Override
  public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
    if (!Taken.isExcluded(request.failure())) {
      throw new TokenAcquisitionFailedException(
          "the request may have been taken", request.token(), request.failure());
    }
    return standard.refreshRetryToken(request);
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
