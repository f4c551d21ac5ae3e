package dev.riexpiry.aws;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.text.Redaction;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns exceptions of the SDK into a [Failure]: AWS's own code where there was an answer, one of
/// this program's where there was none, and a remedy for people.
final class AwsFailures {
  /// The status of answers of which the JDK throws away the body, and with it the code.
  /// `AuthFailure` of EC2 is the one that comes with this status.
  private static final int UNAUTHORIZED = 401;

  private AwsFailures() {}

  static Failure of(String action, SdkException thrown) {
    return switch (thrown) {
      case AwsServiceException answer -> ofAnswer(action, answer);
      case ApiCallTimeoutException timeout -> timeout(action);
      case ApiCallAttemptTimeoutException timeout -> timeout(action);
      default -> ofSilence(action, thrown);
    };
  }

  /// The failure for an answer of AWS that cannot be right.
  static Failure unusable(String action, String message) {
    return new Failure(
        action,
        Failure.UNUSABLE_ANSWER,
        Redaction.of(message),
        "look it up in the AWS console; if it repeats, report it as a defect of this program");
  }

  private static Failure ofAnswer(String action, AwsServiceException answer) {
    String code = Optional.ofNullable(answer.awsErrorDetails()).map(d -> d.errorCode()).orElse("");
    String message =
        Optional.ofNullable(answer.awsErrorDetails()).map(d -> d.errorMessage()).orElse("");
    if (code == null || code.isBlank() || code.equals("UnknownError")) {
      code = answer.statusCode() == UNAUTHORIZED ? "AuthFailure" : "HTTP " + answer.statusCode();
    }
    return new Failure(
        action,
        Redaction.of(code),
        message == null || message.isBlank()
            ? "AWS answered with status " + answer.statusCode() + " and no message"
            : Redaction.of(message),
        remedy(action, code, answer));
  }

  private static String remedy(String action, String code, AwsServiceException answer) {
    if (answer.isThrottlingException()) {
      return "AWS was asked too fast and stayed so through all retries: lower the concurrency, or"
          + " run the check at a quieter hour";
    }
    return switch (code) {
      case "AccessDenied",
          "AccessDeniedException",
          "UnauthorizedOperation",
          "UnauthorizedAccess",
          "AuthorizationError",
          "KMSAccessDenied",
          "KMSAccessDeniedException" ->
          denied(action);
      case "ResourceNotFoundException" ->
          "check the name of the ledger's table, and that it is in the caller's own region";
      case "NotFound", "NotFoundException" ->
          "check the topic's ARN: its account, its region and its name";
      case "AuthFailure", "OptInRequired", "InvalidClientTokenId", "UnrecognizedClientException" ->
          action.equals(StsSignIn.ACTION) || action.equals(SnsPublisher.ACTION)
              ? "the caller's own credentials are not valid: sign in again"
              : "check that the region is enabled in this account, or take it out of the accounts"
                  + " file; if every region says so, the credentials are not valid";
      case "ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired" ->
          "the credentials ran out: sign in again, and run the check once more";
      case "SignatureDoesNotMatch", "InvalidSignatureException", "IncompleteSignature" ->
          "check the secret access key and this machine's clock";
      case "RegionDisabledException" ->
          "switch STS on for this region in the account settings of IAM";
      default ->
          answer.statusCode() >= 500
              ? "AWS failed through all retries: run the check again later, and see the AWS Health"
                  + " Dashboard if it repeats"
              : "see the message; if it repeats, ask AWS Support with it";
    };
  }

  private static String denied(String action) {
    return switch (action) {
      case StsSignIn.ACTION ->
          "check that the account is open, that the role exists there, that it trusts the"
              + " notifier's role, that the external id is the same on both sides, and that the"
              + " notifier's role may assume it";
      case SnsPublisher.ACTION ->
          "allow sns:Publish on the topic in the policy of the notifier's role and, if the topic is"
              + " encrypted, the use of its key";
      case String ledger when ledger.startsWith("dynamodb:") ->
          "allow " + action + " on the ledger's table in the policy of the notifier's role";
      default -> "allow " + action + " in the policy of the role that reads this account";
    };
  }

  private static Failure timeout(String action) {
    return new Failure(
        action,
        "Timeout",
        "AWS did not answer in time",
        "run the check again; if it repeats, see whether the network lets this region through");
  }

  private static Failure ofSilence(String action, SdkException thrown) {
    String message = String.valueOf(thrown.getMessage());
    if (message.startsWith("Unable to load credentials")
        || message.contains("Profile file contained no credentials")) {
      return new Failure(
          action,
          "NoCredentials",
          "no AWS credentials were found",
          "sign in (aws sso login), or name a profile with --profile or AWS_PROFILE");
    }
    if (isCausedBy(thrown, SocketTimeoutException.class)) {
      return timeout(action);
    }
    if (isCausedBy(thrown, UnknownHostException.class)) {
      return new Failure(
          action,
          "UnknownHost",
          "there is no such host: " + Redaction.of(message),
          "check the name of the region, and that this machine can resolve names of AWS");
    }
    if (Stream.of(
            ConnectException.class,
            NoRouteToHostException.class,
            SSLException.class,
            SocketException.class)
        .anyMatch(type -> isCausedBy(thrown, type))) {
      return new Failure(
          action,
          "ConnectionFailed",
          Redaction.of(message),
          "check the network between this machine and AWS, and any proxy, then run the check again");
    }
    if (isCausedBy(thrown, XMLStreamException.class)
        || message.toLowerCase(Locale.ROOT).contains("unmarshall")) {
      return new Failure(
          action,
          "UnreadableAnswer",
          "the answer was cut off or is not what this API answers: " + Redaction.of(message),
          "run the check again; if it repeats, see whether a proxy changes answers");
    }
    return new Failure(
        action,
        "ClientFailure",
        Redaction.of(message),
        "see the message, then run the check again");
  }

  /// Tells whether a host has no address for good. A resolver that did not answer says nothing
  /// about the host.
  static boolean hasNoAddress(SdkException thrown) {
    return causes(thrown)
        .anyMatch(cause ->
            cause instanceof UnknownHostException
                && !String.valueOf(cause.getMessage()).contains("Temporary failure"));
  }

  private static boolean isCausedBy(Throwable thrown, Class<? extends Throwable> type) {
    return causes(thrown).anyMatch(type::isInstance);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(20);
  }
}
