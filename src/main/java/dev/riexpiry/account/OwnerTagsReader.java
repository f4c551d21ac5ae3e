package dev.riexpiry.account;

import dev.riexpiry.commitment.OwnerTags;
import dev.riexpiry.input.LocatedJson;
import dev.riexpiry.input.LocatedJson.ArrayValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the `ownerTags` of an accounts file.
///
/// @param values reads what others have too, and takes the faults
record OwnerTagsReader(FileValues values) {
  private static final String PATH = "ownerTags";

  Optional<OwnerTags> read(LocatedJson value) {
    if (!(value instanceof ArrayValue(int _, List<LocatedJson> elements)) || elements.isEmpty()) {
      values.fault(
          value,
          PATH,
          value instanceof ArrayValue ? "the list is empty" : "is " + value.kind(),
          "write a list of keys of tags like [\"Owner\", \"CostCenter\"], or remove it");
      return Optional.empty();
    }
    int before = values.faults().size();
    if (elements.size() > OwnerTags.MOST) {
      values.fault(
          value,
          PATH,
          "has %d keys, more than %d".formatted(elements.size(), OwnerTags.MOST),
          "keep those that say who decides");
    }
    Set<String> keys = new LinkedHashSet<>();
    for (int i = 0; i < elements.size(); i++) {
      LocatedJson element = elements.get(i);
      String place = PATH + "[" + i + "]";
      values
          .line(element, place, OwnerTags.MAX_KEY, "key of a tag")
          .filter(key -> !keys.add(key))
          .ifPresent(key ->
              values.fault(
                  element, place, "\"" + key + "\" is there twice", "remove one of the two"));
    }
    return values.faults().size() == before
        ? Optional.of(new OwnerTags(List.copyOf(keys)))
        : Optional.empty();
  }
}
