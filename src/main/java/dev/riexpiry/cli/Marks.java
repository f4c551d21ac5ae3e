package dev.riexpiry.cli;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.verify.Verdict;

/// The marks that stand before trials, all of one width.
///
/// @param works stands for what works
/// @param failed stands for what does not
/// @param untried stands for what was not tried
record Marks(String works, String failed, String untried) {
  private static final Marks SIGNS = new Marks("✔", "✘", "–");
  private static final Marks WORDS = new Marks("ok  ", "FAIL", "-   ");

  Marks {
    requireNonNull(works, "works is null");
    requireNonNull(failed, "failed is null");
    requireNonNull(untried, "untried is null");
  }

  /// The marks that a terminal can show: signs, or else words.
  static Marks of(Terminal terminal) {
    return terminal.shows(SIGNS.works + SIGNS.failed + SIGNS.untried) ? SIGNS : WORDS;
  }

  String of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Works _ -> works;
      case Verdict.Failed _ -> failed;
      case Verdict.Untried _ -> untried;
    };
  }
}
