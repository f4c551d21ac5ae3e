package dev.riexpiry.aws;

import dev.riexpiry.commitment.Label;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Members that an answer may leave out, and the values that stand for them.
final class OptionalMembers {
  private static final String UNKNOWN = "(unknown)";

  private OptionalMembers() {}

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static String orUnknown(@Nullable String text) {
    return text(text).orElse(UNKNOWN);
  }

  /// The text; empty if it is missing or blank.
  static Optional<String> text(@Nullable String text) {
    return Optional.ofNullable(text).filter(some -> !some.isBlank());
  }

  /// The number of units; a reservation that does not give it covers at least one.
  static int quantity(@Nullable Integer count) {
    return count == null || count < 1 ? 1 : count;
  }

  static Label arn(@Nullable String arn) {
    return new Label(Optional.empty(), text(arn), Map.of());
  }

  /// The tags by key. A key may be missing only in an answer that is not AWS's.
  static <T> Map<String, String> tags(
      Collection<T> tags, Function<T, @Nullable String> key, Function<T, @Nullable String> value) {
    Map<String, String> read = new TreeMap<>();
    tags.forEach(tag -> read.put(orEmpty(key.apply(tag)), orEmpty(value.apply(tag))));
    return read;
  }
}
