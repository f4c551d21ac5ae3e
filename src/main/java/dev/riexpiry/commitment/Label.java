package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a commitment is called besides its id.
///
/// @param name the name its buyer gave it
/// @param arn as the service says it; none is made up
/// @param tags by key
public record Label(Optional<String> name, Optional<String> arn, SortedMap<String, String> tags) {
  /// No name, no ARN, no tags.
  public static final Label NONE = new Label(Optional.empty(), Optional.empty(), Map.of());

  public Label {
    requireNonNull(name, "name is null");
    requireNonNull(arn, "arn is null");
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  /// Sorts the tags.
  public Label(Optional<String> name, Optional<String> arn, Map<String, String> tags) {
    this(name, arn, new TreeMap<>(tags));
  }

  /// Nothing but tags.
  public static Label of(Map<String, String> tags) {
    return new Label(Optional.empty(), Optional.empty(), tags);
  }
}
