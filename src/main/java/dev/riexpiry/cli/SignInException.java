package dev.riexpiry.cli;

import dev.riexpiry.finding.Failure;
import java.io.Serial;

/// Signing in as the caller itself failed: no account can be read.
final class SignInException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  SignInException(Failure failure) {
    super(
        "Signing in failed: %s. To mend it: %s."
            .formatted(withoutStop(failure.message()), withoutStop(failure.remedy())));
  }

  /// Some of AWS's own words end as a sentence does.
  private static String withoutStop(String words) {
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }
}
