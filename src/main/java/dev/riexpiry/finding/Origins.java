package dev.riexpiry.finding;

import java.util.List;
import java.util.Set;

/// The ids under which a commitment was listed before it was modified, split, merged or exchanged.
/// People were told of it under those.
///
/// @param lines for each line of descent that leads to it, the ids along it, without its own; each
///   holds at least one
public record Origins(List<Set<String>> lines) {
  /// The origins of a commitment that was bought as it is, as far as is known.
  public static final Origins NONE = new Origins(List.of());

  /// @throws IllegalArgumentException if a line holds no id
  public Origins {
    lines = lines.stream().map(Set::copyOf).toList();
    if (lines.stream().anyMatch(Set::isEmpty)) {
      throw new IllegalArgumentException("a line of descent holds no id");
    }
  }
}
