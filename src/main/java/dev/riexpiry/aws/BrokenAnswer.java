package dev.riexpiry.aws;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/// An answer of which the status came, and the rest too late or not at all. What it says is not
/// known: a refusal may be throttling. So it is asked for again, as after a broken connection.
final class BrokenAnswer extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final int status;

  private BrokenAnswer(int status, String what, Throwable cause) {
    super(Begun.message(status, what), cause);
    this.status = status;
  }

  static BrokenAnswer late(int status, Throwable cause) {
    return new BrokenAnswer(status, Begun.LATE, cause);
  }

  static BrokenAnswer cutOff(int status, Throwable cause) {
    return new BrokenAnswer(status, "was cut off: " + cause.getMessage(), cause);
  }

  /// The one behind an exception, if there is one.
  static Optional<BrokenAnswer> behind(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .limit(20)
        .filter(BrokenAnswer.class::isInstance)
        .map(BrokenAnswer.class::cast)
        .findFirst();
  }

  /// The status of HTTP that came.
  int status() {
    return status;
  }

  /// Tells whether the status alone says that AWS was asked too fast.
  boolean isThrottling() {
    return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
  }
}
