package dev.riexpiry.account;

import dev.riexpiry.input.Fault;
import dev.riexpiry.input.LocatedJson;
import dev.riexpiry.input.LocatedJson.ArrayValue;
import dev.riexpiry.input.LocatedJson.TextValue;
import dev.riexpiry.input.Suggestion;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the values that stand in more than one place of an accounts file. Each method adds a fault
/// for a value that is not valid.
///
/// @param faults where faults go
record FileValues(Collection<Fault> faults) {
  private static final String ALL = "all";

  Optional<RemoteRole> role(LocatedJson value, String place) {
    Optional<String> text = text(value, place);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<RemoteRole> role = RemoteRole.parse(text.get());
    if (role.isEmpty()) {
      fault(
          value,
          place,
          text.get().contains(":user/")
              ? "\"" + text.get() + "\" is a user, which cannot be assumed"
              : "\"" + text.get() + "\" is not a role",
          "write a role's name, its path and name, or an ARN like"
              + " arn:aws:iam::123456789012:role/ri-expiry-reader");
    }
    return role;
  }

  Optional<ExternalId> externalId(LocatedJson value, String place) {
    Optional<String> text = text(value, place);
    if (text.isPresent() && !ExternalId.isValid(text.get())) {
      fault(
          value,
          place,
          text.get().isEmpty() ? "is empty" : "is not one that STS takes",
          "use 2 to 1224 of the letters, digits and +=,.@:/_- that the role's owner asks for, or remove it");
      return Optional.empty();
    }
    return text.map(ExternalId::new);
  }

  /// A choice is returned even for a faulty value: the fault stops the file from being used.
  RegionChoice regions(LocatedJson value, String path) {
    String remedy = "write \"all\" or a list of region codes like [\"us-east-1\"]";
    if (value instanceof TextValue(int _, String text) && text.equals(ALL)) {
      return new RegionChoice.AllEnabled();
    }
    if (!(value instanceof ArrayValue(int line, List<LocatedJson> elements))) {
      String other = value instanceof TextValue ? " other than \"all\"" : "";
      fault(value, path, "is " + value.kind() + other, remedy);
      return new RegionChoice.AllEnabled();
    }
    if (elements.isEmpty()) {
      faults.add(new Fault(place(line, path), "the list is empty", remedy));
      return new RegionChoice.AllEnabled();
    }
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < elements.size(); i++) {
      LocatedJson element = elements.get(i);
      String place = path + "[" + i + "]";
      text(element, place).ifPresent(name -> region(element, place, name, names));
    }
    return names.isEmpty()
        ? new RegionChoice.AllEnabled()
        : new RegionChoice.Listed(List.copyOf(names));
  }

  private void region(LocatedJson element, String place, String name, Set<String> names) {
    if (name.equals(ALL)) {
      fault(element, place, "\"all\" stands inside a list", "write \"regions\": \"all\"");
    } else if (!KnownRegions.NAMES.contains(name)) {
      fault(
          element,
          place,
          "\"" + name + "\" is not a region that this version knows",
          Suggestion.remedy(
              name,
              KnownRegions.NAMES,
              "write a region code like \"us-east-1\", or \"regions\": \"all\" for a region newer than"
                  + " this version"));
    } else if (!names.add(name)) {
      fault(element, place, "\"" + name + "\" is there twice", "remove one of the two");
    }
  }

  Optional<String> text(LocatedJson value, String path) {
    if (value instanceof TextValue(int _, String text)) {
      return Optional.of(text);
    }
    fault(value, path, "is " + value.kind(), "write a text in quotes");
    return Optional.empty();
  }

  void fault(LocatedJson at, String path, String problem, String remedy) {
    faults.add(new Fault(place(at.line(), path), problem, remedy));
  }

  static String place(int line, String path) {
    return "line " + line + ", " + path;
  }
}
