package dev.riexpiry.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a parameter's pattern allows, without the negative lookaheads that the regular expressions
/// of Terraform (RE2) do not have: what fits one pattern and none of the others.
///
/// It says the same as the template's as long as what stands before a lookahead can fit in one way
/// only, which a prefix with fixed separators does.
///
/// @param fits the pattern without its lookaheads
/// @param butNot for each lookahead, what it forbids, with what stands before it
record AllowedPattern(String fits, List<String> butNot) {
  private static final String LOOKAHEAD = "(?!";
  private static final String OR_EMPTY = "^(|";

  AllowedPattern {
    butNot = List.copyOf(butNot);
    if (Pattern.compile("\\(\\?|\\\\[1-9]").matcher(fits + butNot).find()) {
      throw new IllegalArgumentException("Terraform cannot check " + fits + " but not " + butNot);
    }
  }

  /// Reads the `AllowedPattern` of a parameter.
  ///
  /// @throws IllegalArgumentException if it uses more than negative lookaheads of what RE2 has not
  static AllowedPattern of(String pattern) {
    String fits = pattern;
    List<String> butNot = new ArrayList<>();
    for (int at = fits.indexOf(LOOKAHEAD); at >= 0; at = fits.indexOf(LOOKAHEAD)) {
      int end = closing(fits, at);
      String before = fits.substring(0, at);
      butNot.add(
          (before.startsWith(OR_EMPTY) ? "^" + before.substring(OR_EMPTY.length()) : before)
              + fits.substring(at + LOOKAHEAD.length(), end));
      fits = before + fits.substring(end + 1);
    }
    return new AllowedPattern(fits, butNot);
  }

  /// Says whether it allows a value.
  boolean allows(String value) {
    return Pattern.compile(fits).matcher(value).find()
        && butNot.stream().noneMatch(not -> Pattern.compile(not).matcher(value).find());
  }

  private static int closing(String pattern, int open) {
    int depth = 0;
    boolean inClass = false;
    for (int at = open; at < pattern.length(); at++) {
      switch (pattern.charAt(at)) {
        case '\\' -> at++;
        case '[' -> inClass = true;
        case ']' -> inClass = false;
        case '(' -> depth += inClass ? 0 : 1;
        case ')' -> {
          depth -= inClass ? 0 : 1;
          if (depth == 0) {
            return at;
          }
        }
        default -> {}
      }
    }
    throw new IllegalArgumentException("not closed: " + pattern);
  }
}
