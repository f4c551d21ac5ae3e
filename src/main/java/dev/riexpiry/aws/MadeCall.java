package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import java.time.Duration;
import java.util.Optional;

/// A call to AWS that is over, with nothing of its request or answer but what names it.
///
/// @param service the service, as the SDK spells it
/// @param action the operation
/// @param account the account that was asked, or whose role was assumed; empty where that is the
///   caller's own
/// @param region where
/// @param time how long it took, with all attempts and the pauses between them
/// @param attempts how many times it was sent
/// @param requestId AWS's own id of the last answer; empty where there was none
/// @param outcome `ok`, AWS's error code with its HTTP status, or the kind of what was thrown
public record MadeCall(
    String service,
    String action,
    Optional<AccountId> account,
    String region,
    Duration time,
    int attempts,
    Optional<String> requestId,
    String outcome) {
  public MadeCall {
    requireNonNull(service, "service is null");
    requireNonNull(action, "action is null");
    requireNonNull(account, "account is null");
    requireNonNull(region, "region is null");
    requireNonNull(time, "time is null");
    requireNonNull(requestId, "requestId is null");
    requireNonNull(outcome, "outcome is null");
  }
}
