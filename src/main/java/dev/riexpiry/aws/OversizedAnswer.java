package dev.riexpiry.aws;

/// An answer that is larger than what is read of one. It is no [java.io.IOException], because the
/// SDK would ask for the same answer again.
final class OversizedAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  /// @param status of HTTP
  /// @param most the bytes that were read of it
  OversizedAnswer(int status, long most) {
    super(
        "AWS answered with status %d and more than %d MB, for which there is no room"
            .formatted(status, most / AnswerMemory.MEGABYTE));
    this.status = status;
  }

  /// The status of HTTP that came.
  int status() {
    return status;
  }
}
