package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

/// Somebody's decision that people need hear no more, for some time, of a commitment that is about
/// to end. It silences milestones, and not that the commitment has lapsed.
///
/// @param until the last check date on which it is silent
/// @param reason the reason, for the readers of the report
/// @param by who decided
public record Acknowledgement(LocalDate until, String reason, By by) {
  /// The most characters of a reason.
  public static final int LONGEST_REASON = 500;

  /// @throws IllegalArgumentException if the reason has no letter and no digit, or is too long
  public Acknowledgement {
    requireNonNull(until, "until is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(by, "by is null");
    if (!saysSomething(reason)) {
      throw new IllegalArgumentException("no reason is given");
    }
    if (reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("the reason is too long");
    }
  }

  /// Tells whether a text has a letter or a digit. The line in a mail that people copy has dots in
  /// place of a reason.
  public static boolean saysSomething(String reason) {
    return reason.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /// Tells whether it silences nothing any more.
  public boolean isOver(LocalDate date) {
    return date.isAfter(until);
  }

  /// Who has decided.
  public sealed interface By {
    /// A caller of the command line.
    ///
    /// @param arn as AWS names it
    /// @param at when
    record Caller(String arn, Instant at) implements By {
      public Caller {
        requireNonNull(arn, "arn is null");
        requireNonNull(at, "at is null");
      }
    }

    /// Whoever may tag the commitment.
    record Tag() implements By {}
  }
}
