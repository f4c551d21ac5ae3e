package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

/// A call to AWS that did not give what it was made for.
///
/// @param action the IAM action, such as `rds:DescribeReservedDBInstances`
/// @param code AWS's error code, or one of our own where there was no answer, such as `Timeout`
/// @param message what AWS said, without credentials, in one line
/// @param remedy what a person can do about it
public record Failure(String action, String code, String message, String remedy) {
  /// The code of what a run had no time for.
  public static final String DEADLINE_EXCEEDED = "DeadlineExceeded";

  /// The code of an answer of success that cannot be what AWS has.
  public static final String UNUSABLE_ANSWER = "UnusableAnswer";

  public Failure {
    requireNonNull(action, "action is null");
    requireNonNull(code, "code is null");
    requireNonNull(message, "message is null");
    requireNonNull(remedy, "remedy is null");
  }

  /// Says what was asked and what came of it: `ec2:DescribeRegions: AccessDenied, …`.
  public String reason() {
    return "%s: %s, %s".formatted(action, code, message);
  }

  /// Says all of it in one line: the reason, and what mends it.
  public String sentence() {
    return reason() + "; to mend it: " + remedy;
  }
}
