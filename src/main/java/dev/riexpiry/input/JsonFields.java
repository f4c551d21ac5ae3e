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
      String place = "line " + member.line() + ", " + pathOf(member.name());
      if (!known.contains(member.name())) {
        faults.add(
            new Fault(
                place,
                "there is no such key",
                Suggestion.remedy(
                    member.name(), known, "remove it; known are " + String.join(", ", known))));
      } else if (!seen.add(member.name())) {
        faults.add(new Fault(place, "the key is there twice", "remove one of the two"));
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
      faults.add(new Fault("line " + object.line() + ", " + pathOf(key), "it is missing", remedy));
    }
    return value;
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
