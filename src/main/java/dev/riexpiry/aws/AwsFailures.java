package dev.riexpiry.aws;

import dev.riexpiry.aws.Refusal.Input;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.text.Redaction;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns exceptions of the SDK into a [Failure]: AWS's own code where there was an answer, one of
/// this program's where there was none, and a remedy for people.
final class AwsFailures {
  /// The status of answers of which the JDK throws away the body, and with it the code.
  /// `AuthFailure` of EC2 is the one that comes with this status.
  private static final int SUCCESS = 200;

  private static final int UNAUTHORIZED = 401;

  private AwsFailures() {}

  /// @param input what the request named
  /// @param thrown by the SDK, or by whatever is below it
  /// @param begun the status of the answer to the last attempt, if it began and did not end
  static Failure of(String action, Input input, Throwable thrown, OptionalInt begun) {
    return switch (thrown) {
      case AwsServiceException answer ->
          CallerSignIn.failure(action, answer).orElseGet(() -> ofAnswer(action, input, answer));
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ -> timeout(action, begun);
      case StackOverflowError _ ->
          unreadable(action, "the answer is nested deeper than this program can follow");
      case OutOfMemoryError _ ->
          new Failure(
              action,
              "OutOfMemory",
              "the memory of this process was used up while it was read",
              "give the process more memory (-Xmx, or the function's MemorySize), then run the"
                  + " check again");
      default -> ofSilence(action, thrown, begun);
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

  /// The failure for a listing that does not come to its end.
  static Failure endless(String action, String message) {
    return new Failure(
        action,
        "EndlessListing",
        message,
        "run the check again; if it repeats, see whether a proxy changes answers, and look the"
            + " place up in the AWS console");
  }

  private static Failure ofAnswer(String action, Input input, AwsServiceException answer) {
    String code = codeOf(answer);
    String message =
        Optional.ofNullable(answer.awsErrorDetails()).map(AwsErrorDetails::errorMessage).orElse("");
    return new Failure(
        action,
        Redaction.of(code),
        message.isBlank()
            ? "AWS answered with status " + answer.statusCode() + " and no message"
            : Redaction.of(message),
        Remedies.of(
            new Refusal(
                action,
                input,
                code,
                message,
                answer.statusCode(),
                answer.isThrottlingException())));
  }

  /// The failure for a part of a request that was answered as a whole with success.
  static Failure ofPart(String action, Input input, String code, String message) {
    return new Failure(
        action,
        Redaction.of(code),
        message.isBlank() ? "AWS refused it without a message" : Redaction.of(message),
        Remedies.of(
            new Refusal(action, input, code, message, SUCCESS, code.startsWith("Throttling"))));
  }

  /// AWS's own code; empty if the answer has none, as that of a proxy or load balancer.
  static Optional<String> code(AwsServiceException answer) {
    return Optional.ofNullable(answer.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .filter(code -> !code.isBlank() && !code.equals("UnknownError"));
  }

  /// AWS's own code, or one that stands for the status.
  static String codeOf(AwsServiceException answer) {
    return code(answer)
        .orElseGet(() ->
            answer.statusCode() == UNAUTHORIZED ? "AuthFailure" : "HTTP " + answer.statusCode());
  }

  private static Failure timeout(String action, OptionalInt begun) {
    return new Failure(
        action,
        Failure.TIMEOUT,
        begun.isPresent()
            ? Begun.message(begun.getAsInt(), Begun.LATE)
            : "AWS did not answer in time",
        "run the check again; if it repeats, see whether the network lets this region through");
  }

  private static Failure unreadable(String action, String message) {
    return new Failure(
        action,
        "UnreadableAnswer",
        Redaction.of(message),
        "run the check again; if it repeats, see whether a proxy changes answers");
  }

  private static Failure ofSilence(String action, Throwable thrown, OptionalInt begun) {
    String message = String.valueOf(thrown.getMessage());
    Optional<Failure> signIn = CallerSignIn.failure(action, thrown);
    if (signIn.isPresent()) {
      return signIn.get();
    }
    if (isCausedBy(thrown, SocketTimeoutException.class)) {
      return timeout(action, begun);
    }
    Optional<BrokenAnswer> broken = BrokenAnswer.behind(thrown);
    if (broken.isPresent()) {
      return unreadable(action, String.valueOf(broken.get().getMessage()));
    }
    if (thrown instanceof EndlessListing) {
      return endless(action, message);
    }
    Optional<OversizedAnswer> oversized = cause(thrown, OversizedAnswer.class);
    if (oversized.isPresent()) {
      return new Failure(
          action,
          "OversizedAnswer",
          Redaction.of(String.valueOf(oversized.get().getMessage())),
          "see whether a proxy changes answers, or give the process more memory (-Xmx, or the"
              + " function's MemorySize)");
    }
    if (isCausedBy(thrown, UnknownHostException.class)) {
      return new Failure(
          action,
          "UnknownHost",
          "there is no such host: " + Redaction.of(host(thrown)),
          "check the name of the region, and that this machine can resolve names of AWS");
    }
    if (isRefusalOfProxy(thrown)) {
      return new Failure(
          action,
          "ProxyRefused",
          Redaction.of(message),
          "see in the answer of the proxy why it did not pass the call on; its user and password"
              + " belong into HTTPS_PROXY, and NO_PROXY names what is reached without it");
    }
    if (isCausedBy(thrown, CertificateException.class)) {
      return new Failure(
          action,
          "UntrustedCertificate",
          Redaction.of(message),
          "if a proxy here signs certificates of its own, name a PEM file with its authority in"
              + " AWS_CA_BUNDLE; if not, see who answers in place of AWS");
    }
    if (isCausedBy(thrown, XMLStreamException.class)
        || message.toLowerCase(Locale.ROOT).contains("unmarshall")) {
      return unreadable(
          action, "the answer was cut off or is not what this API answers: " + message);
    }
    if (isCausedBy(thrown, IOException.class)) {
      return new Failure(
          action,
          "ConnectionFailed",
          Redaction.of(message),
          "check the network between this machine and AWS, and any proxy, then run the check again");
    }
    if (!(thrown instanceof SdkException)) {
      return Failure.defect(action, Redaction.of(thrown.toString()));
    }
    return new Failure(
        action,
        "ClientFailure",
        Redaction.of(message),
        "see the message, then run the check again");
  }

  /// Tells whether a host has no address for good. A resolver that did not answer says nothing
  /// about the host.
  static boolean hasNoAddress(Throwable thrown) {
    return causes(thrown)
        .anyMatch(cause ->
            cause instanceof UnknownHostException
                && !String.valueOf(cause.getMessage()).contains("Temporary failure"));
  }

  /// The JDK has no type of its own for what a proxy refuses.
  private static boolean isOfTunnel(Throwable cause) {
    return cause instanceof IOException
        && String.valueOf(cause.getMessage()).startsWith("Unable to tunnel through proxy");
  }

  /// Tells whether a proxy did not pass a call on.
  static boolean isRefusalOfProxy(Throwable thrown) {
    return causes(thrown).anyMatch(AwsFailures::isOfTunnel);
  }

  /// The name of the host that was not found, which the JDK puts before the reason.
  private static String host(Throwable thrown) {
    return causes(thrown)
        .filter(UnknownHostException.class::isInstance)
        .map(cause -> String.valueOf(cause.getMessage()).split(":", 2)[0].strip())
        .reduce((_, deepest) -> deepest)
        .orElse("");
  }

  private static boolean isCausedBy(Throwable thrown, Class<? extends Throwable> type) {
    return cause(thrown, type).isPresent();
  }

  private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
    return causes(thrown).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(20);
  }
}
