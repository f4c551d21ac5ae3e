package dev.riexpiry.account;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.input.TopicArn;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The topics for all that matches something.
///
/// @param match what it is for
/// @param topic where alerts of it go
/// @param chat where it is told to a chat, if that is not the topic of all chats
public record Route(Match match, TopicArn topic, Optional<TopicArn> chat) {
  public Route {
    requireNonNull(match, "match is null");
    requireNonNull(topic, "topic is null");
    requireNonNull(chat, "chat is null");
  }

  /// What a route is for.
  public sealed interface Match {
    /// Tells whether everything that `other` is for is for this one, too, as far as that can be
    /// told without the organization.
    boolean covers(Match other);
  }

  /// Commitments that have all of some tags.
  ///
  /// @param tags value by key, at least one; keys are found in whatever letters, values are not
  public record Tags(SortedMap<String, String> tags) implements Match {
    /// @throws IllegalArgumentException if there is no tag
    public Tags {
      SortedMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      sorted.putAll(tags);
      if (sorted.isEmpty()) {
        throw new IllegalArgumentException("no tag");
      }
      tags = Collections.unmodifiableSortedMap(sorted);
    }

    /// Sorts the tags.
    public Tags(Map<String, String> tags) {
      this(new TreeMap<>(tags));
    }

    /// Tells whether a commitment with these tags is meant.
    boolean matches(Map<String, String> others) {
      return tags.entrySet().stream()
          .allMatch(tag ->
              others.entrySet().stream()
                  .anyMatch(other ->
                      other.getKey().equalsIgnoreCase(tag.getKey())
                          && other.getValue().equals(tag.getValue())));
    }

    @Override
    public boolean covers(Match other) {
      return other instanceof Tags(SortedMap<String, String> more) && matches(more);
    }

    @Override
    public String toString() {
      return tags.entrySet().stream()
          .map(tag -> tag.getKey() + "=" + tag.getValue())
          .collect(Collectors.joining(", ", "tag ", ""));
    }
  }

  /// What belongs to the accounts of an organizational unit and of all units below it.
  ///
  /// @param id its id
  public record Unit(String id) implements Match {
    public Unit {
      requireNonNull(id, "id is null");
    }

    @Override
    public boolean covers(Match other) {
      return equals(other);
    }

    @Override
    public String toString() {
      return "organizational unit " + id;
    }
  }
}
