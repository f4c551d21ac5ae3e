package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.stream.Stream;

/// A refusal of AWS, and what was asked: all that a remedy is chosen from.
///
/// @param action the IAM action that was asked for
/// @param input what the caller had named in the request
/// @param code AWS's error code, or `HTTP` and the status where the answer held none
/// @param message the words of AWS, whole
/// @param status the status of the answer
/// @param throttled whether AWS was asked too fast
record Refusal(
    String action, Input input, String code, String message, int status, boolean throttled) {
  Refusal {
    requireNonNull(action, "action is null");
    requireNonNull(input, "input is null");
    requireNonNull(code, "code is null");
    requireNonNull(message, "message is null");
  }

  boolean isAbout(String actionOrPrefix) {
    return action.startsWith(actionOrPrefix);
  }

  boolean hasCode(String... codes) {
    return Stream.of(codes).anyMatch(code::equals);
  }

  /// Tells whether AWS says one of some words, however it writes them.
  boolean says(String... words) {
    String said = message.toLowerCase(Locale.ROOT);
    return Stream.of(words).anyMatch(said::contains);
  }

  /// Tells whether a kind of policy is what refuses. AWS says of the policy that decides either
  /// that it denies explicitly or that none of its kind allows the action (IAM User Guide,
  /// "Troubleshoot access denied error messages").
  boolean isBecauseOf(String kindOfPolicy) {
    return says(
        "explicit deny in a " + kindOfPolicy,
        "explicit deny in an " + kindOfPolicy,
        "because no " + kindOfPolicy);
  }

  /// Tells whether AWS says that something is not allowed. EC2 and SNS have codes of their own for
  /// it.
  boolean isDenial() {
    return hasCode(
            "AccessDenied",
            "AccessDeniedException",
            "UnauthorizedOperation",
            "UnauthorizedAccess",
            "AuthorizationError",
            "AuthorizationErrorException")
        || says("is not authorized to perform");
  }

  /// The named thing in a request.
  ///
  /// @param resource its name or ARN; empty if the request names none
  /// @param partition the partition of the caller, such as `aws` or `aws-cn`
  record Input(String resource, String partition) {
    /// The input of a request that names nothing.
    static final Input NONE = new Input("", "");

    Input {
      requireNonNull(resource, "resource is null");
      requireNonNull(partition, "partition is null");
    }

    /// Tells whether an ARN names another partition than the caller's: credentials never reach over
    /// that border.
    boolean isOfAnotherPartition() {
      return resource.startsWith("arn:")
          && !partition.isEmpty()
          && !resource.startsWith("arn:" + partition + ":");
    }
  }
}
