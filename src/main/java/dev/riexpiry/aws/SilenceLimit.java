package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/// A retry strategy that lets two attempts time out, and not as many as may end with an error: each
/// silence costs the time-out of an attempt.
///
/// @param standard decides everything else
record SilenceLimit(RetryStrategy standard) implements RetryStrategy {
  private static final int SILENCES = 2;

  @Override
  public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
    AcquireInitialTokenResponse first = standard.acquireInitialToken(request);
    return AcquireInitialTokenResponse.create(new Token(first.token(), 0), first.delay());
  }

  @Override
  public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
    Token token = (Token) request.token();
    int silences = token.silences() + (isSilence(request.failure()) ? 1 : 0);
    if (silences == SILENCES) {
      throw new TokenAcquisitionFailedException("no answer, twice", token, request.failure());
    }
    RefreshRetryTokenResponse next =
        standard.refreshRetryToken(request.copy(builder -> builder.token(token.standard())));
    return RefreshRetryTokenResponse.create(new Token(next.token(), silences), next.delay());
  }

  private static boolean isSilence(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .anyMatch(cause ->
            cause instanceof ApiCallAttemptTimeoutException
                || cause instanceof SocketTimeoutException);
  }

  @Override
  public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
    Token token = (Token) request.token();
    RecordSuccessResponse response =
        standard.recordSuccess(RecordSuccessRequest.create(token.standard()));
    return RecordSuccessResponse.create(new Token(response.token(), token.silences()));
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

  /// @param standard the token of the standard strategy
  /// @param silences the attempts so far that timed out
  private record Token(RetryToken standard, int silences) implements RetryToken {
    Token {
      requireNonNull(standard, "standard is null");
    }
  }
}
