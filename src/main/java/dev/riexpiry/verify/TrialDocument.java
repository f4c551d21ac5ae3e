package dev.riexpiry.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/// A trial as JSON.
///
/// @param check the word for what was asked, such as `role`
/// @param place where
/// @param result `ok`, `failed` or `untried`
/// @param message what was found, or why nothing was
/// @param remedy what to do, or how to try it; absent where it works
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TrialDocument(
    String check, String place, String result, String message, Optional<String> remedy) {
  /// The document of a trial.
  public static TrialDocument of(Trial trial) {
    return switch (trial.verdict()) {
      case Verdict.Works(String message) -> of(trial, "ok", message, Optional.empty());
      case Verdict.Failed(String message, String remedy) ->
          of(trial, "failed", message, Optional.of(remedy));
      case Verdict.Untried(String message, String remedy) ->
          of(trial, "untried", message, Optional.of(remedy));
    };
  }

  private static TrialDocument of(
      Trial trial, String result, String message, Optional<String> remedy) {
    return new TrialDocument(trial.kind().id(), trial.place(), result, message, remedy);
  }
}
