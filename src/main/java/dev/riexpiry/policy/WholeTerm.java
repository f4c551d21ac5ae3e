package dev.riexpiry.policy;

import dev.riexpiry.commitment.Term;
import java.time.Duration;
import java.util.List;

/// The terms that AWS sells: one year and three years, of 365 and 1095 days.
final class WholeTerm {
  private static final List<Duration> TERMS = List.of(Duration.ofDays(365), Duration.ofDays(1095));

  private WholeTerm() {}

  /// Tells whether a time is a whole term, give or take `leeway`. Some services count a leap day,
  /// and some cut seconds off.
  static boolean isAbout(Duration time, Duration leeway) {
    return TERMS.stream().anyMatch(term -> term.minus(time).abs().compareTo(leeway) <= 0);
  }

  /// Tells whether a term is a whole one, give or take a day.
  static boolean is(Term term) {
    return isAbout(Duration.between(term.start(), term.end()), Duration.ofDays(1));
  }
}
