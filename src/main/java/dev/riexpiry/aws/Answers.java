package dev.riexpiry.aws;

import org.jspecify.annotations.Nullable;

/// What stands for members that an answer left out.
final class Answers {
  private static final String UNKNOWN = "(unknown)";

  private Answers() {}

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static String orUnknown(@Nullable String text) {
    return text == null || text.isBlank() ? UNKNOWN : text;
  }

  /// A reservation that does not say how many covers one at least.
  static int quantity(@Nullable Integer count) {
    return count == null || count < 1 ? 1 : count;
  }
}
