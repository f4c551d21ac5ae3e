package dev.riexpiry.cli;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import java.io.Serial;
import java.util.Optional;

/// Ends a command whose one question to a ledger has failed.
final class LedgerAnswers {
  private LedgerAnswers() {}

  /// @throws FailedException if there is no answer
  static <T> T found(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Found<T>(T value) -> value;
      case Outcome.Failed<T>(Failure failure) -> throw new FailedException(failure);
    };
  }

  /// @throws FailedException if it was not done
  static void done(Optional<Failure> failure) {
    failure.ifPresent(why -> {
      throw new FailedException(why);
    });
  }

  /// The ledger could not be asked.
  static final class FailedException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private FailedException(Failure failure) {
      super(
          "The ledger could not be asked: %s. To mend it: %s."
              .formatted(failure.reason(), failure.remedy()));
    }
  }
}
