package dev.riexpiry.verify;

import dev.riexpiry.finding.Failure;

/// What tells the causes of failures in one account apart: services have codes of their own for the
/// same refusal, but the remedy is one. Answers that make no sense are no one cause.
///
/// @param remedy what a person can do about it
/// @param detail the message, where the remedy does not decide
record SameCause(String remedy, String detail) {
  static SameCause of(Failure failure) {
    return new SameCause(
        failure.remedy(), failure.code().equals(Failure.UNUSABLE_ANSWER) ? failure.message() : "");
  }
}
