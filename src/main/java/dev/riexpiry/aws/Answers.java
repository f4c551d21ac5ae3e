package dev.riexpiry.aws;

import dev.riexpiry.commitment.Label;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What stands for members that an answer left out.
final class Answers {
  private static final String UNKNOWN = "(unknown)";

  private Answers() {}

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static String orUnknown(@Nullable String text) {
    return optional(text).orElse(UNKNOWN);
  }

  /// Nothing where the text is missing or blank.
  static Optional<String> optional(@Nullable String text) {
    return Optional.ofNullable(text).filter(some -> !some.isBlank());
  }

  /// A reservation that does not say how many covers one at least.
  static int quantity(@Nullable Integer count) {
    return count == null || count < 1 ? 1 : count;
  }

  static Label arn(@Nullable String arn) {
    return new Label(Optional.empty(), optional(arn), Map.of());
  }

  /// Tags, of which a key may be missing only in an answer that is not AWS's.
  static <T> Map<String, String> tags(
      Collection<T> tags, Function<T, @Nullable String> key, Function<T, @Nullable String> value) {
    Map<String, String> read = new TreeMap<>();
    tags.forEach(tag -> read.put(orEmpty(key.apply(tag)), orEmpty(value.apply(tag))));
    return read;
  }
}
