package dev.riexpiry.cli;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.signin.MfaCode;
import java.time.Duration;
import java.util.Optional;

/// How a command comes to AWS.
///
/// @param profile the AWS profile to start from; empty for the SDK's own search
/// @param code the code of an MFA device, if one was given
/// @param timeout the time after which the command ends with what was read
/// @param quiet whether progress and notices are left out
record Access(Optional<String> profile, Optional<MfaCode> code, Duration timeout, boolean quiet) {
  Access {
    requireNonNull(profile, "profile is null");
    requireNonNull(code, "code is null");
    requireNonNull(timeout, "timeout is null");
  }

  /// The same without progress and notices.
  Access quietly() {
    return new Access(profile, code, timeout, true);
  }
}
