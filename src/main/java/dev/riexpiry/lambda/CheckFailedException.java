package dev.riexpiry.lambda;

/// Ends an invocation as a failed one, so that Lambda's `Errors` metric counts it and its retry
/// tries again. The message says everything; a stack trace would only hide it.
final class CheckFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CheckFailedException(String message) {
    super(message, null, false, false);
  }
}
