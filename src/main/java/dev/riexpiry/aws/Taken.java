package dev.riexpiry.aws;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// Tells of a request that failed whether AWS may have done what it asks for. What it may have done
/// is not asked for again.
final class Taken {
  private static final int CLIENT_ERRORS = 400;
  private static final int SERVER_ERRORS = 500;

  private Taken() {}

  /// Tells whether a request was certainly not taken: no connection came about, or AWS says itself
  /// that it failed. A page of a proxy or load balancer with a status from 500 on has no code of
  /// AWS, and says nothing of what happened behind it.
  static boolean isExcluded(Throwable failure) {
    return failure instanceof AwsServiceException answer
        ? isRefusal(answer.statusCode()) || saysItself(answer)
        : causes(failure).anyMatch(Taken::isBeforeTheRequest)
            || causes(failure).anyMatch(Taken::isUnreadRefusal);
  }

  private static boolean isUnreadRefusal(Throwable cause) {
    return switch (cause) {
      case BrokenAnswer broken -> isRefusal(broken.status());
      case OversizedAnswer oversized -> isRefusal(oversized.status());
      default -> false;
    };
  }

  private static boolean isRefusal(int status) {
    return status >= CLIENT_ERRORS && status < SERVER_ERRORS;
  }

  private static boolean saysItself(AwsServiceException answer) {
    return answer.statusCode() >= SERVER_ERRORS && AwsFailures.code(answer).isPresent();
  }

  private static boolean isBeforeTheRequest(Throwable cause) {
    return switch (cause) {
      case UnknownHostException _,
          ConnectException _,
          NoRouteToHostException _,
          SSLHandshakeException _ ->
          true;
      // The JDK throws the same exception while it connects and while it waits for an answer.
      case SocketTimeoutException timeout -> saying(timeout).startsWith("Connect timed out");
      default -> saying(cause).contains("Network is unreachable");
    };
  }

  private static String saying(Throwable cause) {
    return Optional.ofNullable(cause.getMessage()).orElse("");
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(20);
  }
}
