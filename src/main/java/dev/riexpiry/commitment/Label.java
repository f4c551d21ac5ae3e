package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The name, ARN and tags of a commitment.
///
/// @param name the name its buyer gave it
/// @param arn as the service reports it; never constructed
/// @param tags by key
public record Label(Optional<String> name, Optional<String> arn, SortedMap<String, String> tags) {
  /// The label without name, ARN and tags.
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

  /// Makes a label that has tags only.
  public static Label of(Map<String, String> tags) {
    return new Label(Optional.empty(), Optional.empty(), tags);
  }
}
