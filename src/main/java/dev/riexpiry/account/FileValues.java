package dev.riexpiry.account;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.JsonFields;
import dev.riexpiry.input.LocatedJson;
import dev.riexpiry.input.LocatedJson.ArrayValue;
import dev.riexpiry.input.LocatedJson.NumberValue;
import dev.riexpiry.input.LocatedJson.TextValue;
import dev.riexpiry.input.Suggestion;
import dev.riexpiry.input.TopicArn;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the values that stand in more than one place of an accounts file. Each method adds a fault
/// for a value that is not valid.
///
/// @param faults takes the faults
record FileValues(Collection<Fault> faults) {
  private static final String ALL = "all";
  private static final Pattern UNIT = Pattern.compile("ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}");

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

  /// Reads a choice. Returns `false` for a faulty value: the fault stops the file from being used.
  boolean flag(LocatedJson value, String place) {
    if (value instanceof LocatedJson.BooleanValue(int _, boolean chosen)) {
      return chosen;
    }
    fault(value, place, "is " + value.kind(), "write true or false");
    return false;
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

  /// Reads the regions of an object that may have them; those of the whole file where it has none.
  RegionChoice regions(JsonFields fields, String path, RegionChoice ofFile) {
    return fields.get("regions").map(value -> regions(value, path + ".regions")).orElse(ofFile);
  }

  /// Reads the services of an object that may have them; those of the whole file where it has none.
  List<Service> services(JsonFields fields, String path, List<Service> ofFile) {
    return fields.get("services").map(value -> services(value, path + ".services")).orElse(ofFile);
  }

  /// Reads regions. Returns all of them for a faulty value: the fault stops the file from being
  /// used.
  RegionChoice regions(LocatedJson value, String path) {
    return listed(
            value,
            path,
            new Names(
                "region",
                "regions",
                KnownRegions.NAMES,
                "write \"all\" or a list of region codes like [\"us-east-1\"]",
                "write a region code like \"us-east-1\", or \"regions\": \"all\" for a region newer"
                    + " than this version"))
        .<RegionChoice>map(RegionChoice.Listed::new)
        .orElseGet(RegionChoice.AllEnabled::new);
  }

  /// Reads services. Returns all of them for a faulty value: the fault stops the file from being
  /// used.
  List<Service> services(LocatedJson value, String path) {
    return listed(
            value,
            path,
            new Names(
                "service",
                "services",
                Service.ids(),
                "write \"all\" or a list of services like [\"ec2\", \"rds\"]",
                "remove it; known are " + String.join(", ", Service.ids())))
        .map(ids -> ids.stream().map(Service::of).toList())
        .orElse(Service.ALL);
  }

  /// The names that a list holds; empty for `"all"` and for a list without a right one.
  private Optional<List<String>> listed(LocatedJson value, String path, Names names) {
    if (value instanceof TextValue(int _, String text) && text.equals(ALL)) {
      return Optional.empty();
    }
    if (!(value instanceof ArrayValue(int line, List<LocatedJson> elements))) {
      String other = value instanceof TextValue ? " other than \"all\"" : "";
      fault(value, path, "is " + value.kind() + other, names.remedy());
      return Optional.empty();
    }
    if (elements.isEmpty()) {
      faults.add(new Fault(place(line, path), "the list is empty", names.remedy()));
    }
    Set<String> right = new LinkedHashSet<>();
    for (int i = 0; i < elements.size(); i++) {
      LocatedJson element = elements.get(i);
      String place = path + "[" + i + "]";
      text(element, place).ifPresent(name -> add(element, place, name, names, right));
    }
    return right.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(right));
  }

  private void add(LocatedJson element, String place, String name, Names names, Set<String> right) {
    if (name.equals(ALL)) {
      fault(
          element, place, "\"all\" stands inside a list", "write \"" + names.key() + "\": \"all\"");
    } else if (!names.known().contains(name)) {
      fault(
          element,
          place,
          "\"" + name + "\" is not a " + names.noun() + " that this version knows",
          Suggestion.remedy(name, names.known(), names.otherwise()));
    } else if (!right.add(name)) {
      fault(element, place, "\"" + name + "\" is there twice", "remove one of the two");
    }
  }

  Optional<Service> service(LocatedJson value, String place) {
    Optional<String> text = text(value, place);
    if (text.isPresent() && !Service.ids().contains(text.get())) {
      String known = "write one of " + String.join(", ", Service.ids());
      fault(
          value,
          place,
          "\"" + text.get() + "\" is not a service that this version knows",
          Suggestion.remedy(text.get(), Service.ids(), known));
      return Optional.empty();
    }
    return text.map(Service::of);
  }

  Optional<TopicArn> topic(LocatedJson value, String place) {
    Optional<String> text = text(value, place);
    Optional<TopicArn> topic = text.flatMap(TopicArn::parse);
    if (text.isPresent() && topic.isEmpty()) {
      fault(
          value,
          place,
          "\"" + text.get() + "\" is not the ARN of a standard SNS topic",
          TopicArn.REMEDY);
    }
    return topic;
  }

  /// Reads the id of an organizational unit.
  Optional<String> unit(LocatedJson value, String place, String remedy) {
    Optional<String> text = text(value, place);
    if (text.isPresent() && !UNIT.matcher(text.get()).matches()) {
      fault(value, place, "\"" + text.get() + "\" is not the id of an organizational unit", remedy);
      return Optional.empty();
    }
    return text;
  }

  Optional<AccountId> accountId(LocatedJson value, String place) {
    if (value instanceof NumberValue(int _, String literal)) {
      fault(
          value,
          place,
          literal + " is a number, which loses a leading zero",
          "write it as text of twelve digits: \"" + twelveDigits(literal) + "\"");
      return Optional.empty();
    }
    Optional<String> text = text(value, place);
    if (text.isPresent() && !AccountId.isValid(text.get())) {
      fault(
          value,
          place,
          "\"" + text.get() + "\" is not twelve digits",
          "write the twelve digits without spaces or dashes");
      return Optional.empty();
    }
    return text.map(AccountId::new);
  }

  private static String twelveDigits(String literal) {
    return literal.matches("[0-9]{1,11}")
        ? "0".repeat(12 - literal.length()) + literal
        : literal.matches("[0-9]{12}") ? literal : "012345678901";
  }

  /// Reads a text that is not blank and has at most so many characters.
  ///
  /// @param what the noun for the text, with which the remedies name it
  Optional<String> line(LocatedJson value, String place, int most, String what) {
    Optional<String> text = text(value, place);
    if (text.isPresent() && text.get().isBlank()) {
      fault(value, place, "is blank", "write the " + what);
      return Optional.empty();
    }
    if (text.isPresent() && text.get().codePointCount(0, text.get().length()) > most) {
      fault(value, place, "is longer than " + most + " characters", "write the short " + what);
      return Optional.empty();
    }
    return text;
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

  /// Names of one kind, of which a file may list some.
  ///
  /// @param noun the noun for one
  /// @param key the key that holds the list
  /// @param known all that there are
  /// @param remedy for a value that is no list of them
  /// @param otherwise for a name that is unlike all that are known
  private record Names(
      String noun, String key, List<String> known, String remedy, String otherwise) {
    Names {
      known = List.copyOf(known);
    }
  }
}
