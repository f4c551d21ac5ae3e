package dev.riexpiry.input;

import dev.riexpiry.input.LocatedJson.Member;
import dev.riexpiry.input.LocatedJson.ObjectValue;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The members of one JSON object of which every key must be known and none be there twice.
public final class JsonFields {
  private final ObjectValue object;
  private final String path;
  private final Collection<Fault> faults;

  /// Adds a fault for each key that is not in `known` or is there twice.
  ///
  /// @param path the path to the object, such as `accounts[2]`; empty for the document itself
  /// @param faults takes the faults
  public JsonFields(ObjectValue object, String path, List<String> known, Collection<Fault> faults) {
    this.object = object;
    this.path = path;
    this.faults = faults;
    Set<String> seen = new HashSet<>();
    for (Member member : object.members()) {
      String place = pathOf(path, member.name());
      if (!known.contains(member.name())) {
        faults.add(
            new Fault(
                "line " + member.line() + ", " + place,
                "there is no such key",
                Suggestion.remedy(
                    member.name(), known, "remove it; known are " + String.join(", ", known))));
      } else if (!seen.add(member.name())) {
        faults.add(twice(member, place));
      }
    }
  }

  /// Adds a fault for each key that is twice in an object of any keys, or in one within it.
  ///
  /// @param path the path to the object; empty for the document itself
  public static void eachOnce(ObjectValue object, String path, Collection<Fault> faults) {
    Set<String> seen = new HashSet<>();
    for (Member member : object.members()) {
      String place = pathOf(path, member.name());
      if (!seen.add(member.name())) {
        faults.add(twice(member, place));
      }
      if (member.value() instanceof ObjectValue inner) {
        eachOnce(inner, place, faults);
      }
    }
  }

  /// The value of `key`, if it is there.
  public Optional<LocatedJson> get(String key) {
    return object.get(key);
  }

  /// The value of `key`; adds a fault if it is not there.
  public Optional<LocatedJson> require(String key, String remedy) {
    Optional<LocatedJson> value = get(key);
    if (value.isEmpty()) {
      faults.add(
          new Fault("line " + object.line() + ", " + pathOf(path, key), "it is missing", remedy));
    }
    return value;
  }

  private static Fault twice(Member member, String place) {
    return new Fault(
        "line " + member.line() + ", " + place, "the key is there twice", "remove one of the two");
  }

  private static String pathOf(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
