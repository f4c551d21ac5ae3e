package dev.riexpiry.commitment;

import java.util.List;
import java.util.Optional;

/// The tags that say who owns a commitment, the one that counts most first. They are found in
/// whatever letters: AWS tells `Owner` from `owner`, people do not.
///
/// @param keys 1 to [#MOST] keys of tags, each of 1 to [#MAX_KEY] characters and none twice
public record OwnerTags(List<String> keys) {
  /// The most keys: more than these nobody agrees on.
  public static final int MOST = 10;

  /// The longest key of a tag.
  ///
  /// @see <a href="https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html">Tags</a>
  public static final int MAX_KEY = 128;

  /// The tag `owner` alone.
  public static final OwnerTags DEFAULT = new OwnerTags(List.of("owner"));

  /// @throws IllegalArgumentException if there are none or too many, or a key is blank, too long,
  ///   or there twice
  public OwnerTags {
    keys = List.copyOf(keys);
    if (keys.isEmpty()
        || keys.size() > MOST
        || keys.stream().distinct().count() != keys.size()
        || !keys.stream().allMatch(OwnerTags::isValid)) {
      throw new IllegalArgumentException("not keys of tags: " + keys);
    }
  }

  private static boolean isValid(String key) {
    return !key.isBlank() && key.codePointCount(0, key.length()) <= MAX_KEY;
  }

  /// The owner of a commitment: the value of the first of the tags that it has, and that is not
  /// blank.
  public Optional<String> owner(Commitment commitment) {
    return keys.stream()
        .flatMap(key ->
            commitment.label().tags().entrySet().stream()
                .filter(tag -> tag.getKey().equalsIgnoreCase(key))
                .map(tag -> tag.getValue().strip())
                .filter(value -> !value.isEmpty()))
        .findFirst();
  }
}
