package dev.riexpiry.verify;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Failure;

/// The result of a trial.
public sealed interface Verdict {
  /// What was found, or why nothing was.
  String message();

  /// The verdict of a call that failed.
  static Verdict of(Failure failure) {
    return new Failed(failure.reason(), failure.remedy());
  }

  /// It works.
  ///
  /// @param message what was found
  record Works(String message) implements Verdict {
    public Works {
      requireNonNull(message, "message is null");
    }
  }

  /// It does not work.
  ///
  /// @param message what AWS said
  /// @param remedy what a person can do about it
  record Failed(String message, String remedy) implements Verdict {
    public Failed {
      requireNonNull(message, "message is null");
      requireNonNull(remedy, "remedy is null");
    }
  }

  /// It was not tried, so that nobody can say that it works.
  ///
  /// @param message why not
  /// @param remedy how it can be tried
  record Untried(String message, String remedy) implements Verdict {
    public Untried {
      requireNonNull(message, "message is null");
      requireNonNull(remedy, "remedy is null");
    }
  }
}
