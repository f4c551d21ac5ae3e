package dev.riexpiry.signin;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A session of a role, as `sts:AssumeRole` answers it.
///
/// @param accessKeyId the id of its key
/// @param secretAccessKey the secret of its key
/// @param sessionToken the token that belongs to the key
/// @param expiration when it ends
/// @param roleId the id of the role, with the session's name
/// @param arn the ARN of the session
/// @param requestId AWS's id of the request that made it
public record Session(
    String accessKeyId,
    String secretAccessKey,
    String sessionToken,
    Instant expiration,
    Optional<String> roleId,
    Optional<String> arn,
    Optional<String> requestId) {
  public Session {
    requireNonNull(accessKeyId, "accessKeyId is null");
    requireNonNull(secretAccessKey, "secretAccessKey is null");
    requireNonNull(sessionToken, "sessionToken is null");
    requireNonNull(expiration, "expiration is null");
    requireNonNull(roleId, "roleId is null");
    requireNonNull(arn, "arn is null");
    requireNonNull(requestId, "requestId is null");
  }

  /// Tells whether it lasts at least this long.
  public boolean lasts(Duration time, Instant now) {
    return !expiration.isBefore(now.plus(time));
  }

  /// Leaves out the credentials.
  @Override
  public String toString() {
    return "Session[" + arn.orElse("") + " until " + expiration + "]";
  }
}
