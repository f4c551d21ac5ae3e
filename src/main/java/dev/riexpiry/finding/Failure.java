package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/// A call to AWS that failed, or that gave an unusable answer.
///
/// @param action the IAM action, such as `rds:DescribeReservedDBInstances`
/// @param code AWS's error code, or one of this program where there was no answer, such as
///   `Timeout`
/// @param message the message of AWS, without credentials, in one line
/// @param remedy what a person can do about it
public record Failure(String action, String code, String message, String remedy) {
  /// The code of a place that a run had no time for.
  public static final String DEADLINE_EXCEEDED = "DeadlineExceeded";

  /// The code where there was no answer in time.
  public static final String TIMEOUT = "Timeout";

  /// The code of a successful answer that cannot be what AWS has.
  public static final String UNUSABLE_ANSWER = "UnusableAnswer";

  /// The code where the caller itself has no credentials.
  public static final String NO_CREDENTIALS = "NoCredentials";

  /// The code where the caller's own session has ended.
  public static final String SESSION_EXPIRED = "SessionExpired";

  /// The code of an account for which there are only the credentials of another.
  public static final String WRONG_ACCOUNT = "WrongAccount";

  /// The code where AWS itself says that it does not offer a listing in a region.
  public static final String NOT_OFFERED = "NotOffered";

  /// The code of a payer whose Cost Explorer does not see the whole organization.
  public static final String NOT_THE_PAYER = "NotThePayer";

  private static final Set<String> NO_SIGN_IN = Set.of(NO_CREDENTIALS, SESSION_EXPIRED);

  /// The codes by which AWS says of credentials that they are not valid, or no longer.
  private static final Set<String> INVALID =
      Set.of(
          "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "SignatureDoesNotMatch");

  public Failure {
    requireNonNull(action, "action is null");
    requireNonNull(code, "code is null");
    requireNonNull(message, "message is null");
    requireNonNull(remedy, "remedy is null");
  }

  /// The failure for a defect of this program, which in one place must not keep the findings of the
  /// others from being announced.
  ///
  /// @param message what happened, without credentials, in one line
  public static Failure defect(String action, String message) {
    return new Failure(
        action,
        "Defect",
        message,
        "this is a defect of this program: report it, and look the place up in the AWS console");
  }

  /// The failure where AWS itself says that it does not offer a listing in a region.
  ///
  /// @param answer AWS's code and words, or what stands in their place, in one line
  public static Failure notOffered(String action, String answer) {
    return new Failure(
        action,
        NOT_OFFERED,
        answer,
        "nothing, if AWS does not offer this there: it is told once and then only listed; if it"
            + " does, see whether a proxy or a policy answers in its place");
  }

  /// The failure where one account was told that a listing is not offered in a region in which
  /// another account got it.
  public Failure contradicted() {
    return new Failure(
        action,
        "NotOfferedToAll",
        "other accounts get this listing in the same region, but this one was answered: " + message,
        "see whether a policy, a proxy or a sign-up that is not finished keeps this account from"
            + " it, and look the place up in the AWS console");
  }

  /// Tells whether AWS itself says that it does not offer this.
  public boolean isNotOffered() {
    return code.equals(NOT_OFFERED);
  }

  /// Tells whether it is the caller's own sign-in that failed, and not a call about one account:
  /// STS is asked with the caller's own credentials.
  public boolean refusesCaller() {
    return NO_SIGN_IN.contains(code) || (action.startsWith("sts:") && INVALID.contains(code));
  }

  /// Tells whether there was no answer in time.
  public boolean isSilence() {
    return code.equals(TIMEOUT);
  }

  /// The same failure of another action, which depends on this one.
  public Failure in(String otherAction) {
    return new Failure(otherAction, code, message, remedy);
  }

  /// Writes which call failed, and how: `ec2:DescribeRegions: AccessDenied, …`.
  public String reason() {
    return "%s: %s, %s".formatted(action, code, message);
  }

  /// Writes all of it in one line: the reason, and the remedy.
  public String sentence() {
    return reason() + "; to mend it: " + remedy;
  }
}
