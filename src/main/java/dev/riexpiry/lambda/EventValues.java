package dev.riexpiry.lambda;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidValueException;
import dev.riexpiry.input.LocatedJson;
import dev.riexpiry.input.LocatedJson.ArrayValue;
import dev.riexpiry.input.LocatedJson.BooleanValue;
import dev.riexpiry.input.LocatedJson.NumberValue;
import dev.riexpiry.input.LocatedJson.ObjectValue;
import dev.riexpiry.input.LocatedJson.TextValue;
import dev.riexpiry.notifier.SettingValues;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads the values of an event. What is wrong with one is added to the faults, each with its line.
///
/// @param faults the faults of the whole event
record EventValues(List<Fault> faults) {
  /// Reads whether a key is set; one that is no boolean is a fault and counts as set.
  boolean flag(ObjectValue object, String key) {
    return object.get(key).map(value -> isTrue(value, key)).orElse(false);
  }

  private boolean isTrue(LocatedJson value, String key) {
    if (value instanceof BooleanValue(int _, boolean is)) {
      return is;
    }
    fault(value, key, "is " + value.kind(), "write true or false without quotes");
    return true;
  }

  /// Reads a list of account ids; empty if there is none in it.
  List<AccountId> accounts(LocatedJson value) {
    List<AccountId> ids = new ArrayList<>();
    List<LocatedJson> elements =
        elements(value, "accounts", "write a list of account ids like [\"222233334444\"]");
    for (int i = 0; i < elements.size(); i++) {
      String path = "accounts[" + i + "]";
      if (elements.get(i) instanceof TextValue(int _, String text)) {
        value(elements.get(i), path, text, SettingValues::accountId).ifPresent(ids::add);
      } else {
        fault(
            elements.get(i), path, "is " + elements.get(i).kind(), "write twelve digits in quotes");
      }
    }
    return ids;
  }

  /// Reads a list of days; empty if it holds a fault.
  Optional<Milestones> milestones(LocatedJson value) {
    String remedy = "write a list of whole numbers like [90, 30, 7]";
    List<Integer> days = new ArrayList<>();
    List<LocatedJson> elements = elements(value, "milestoneDays", remedy);
    int before = faults.size();
    for (int i = 0; i < elements.size(); i++) {
      String path = "milestoneDays[" + i + "]";
      if (elements.get(i) instanceof NumberValue(int _, String literal)
          && literal.matches("[0-9]{1,9}")) {
        days.add(Integer.valueOf(literal));
      } else {
        String kind =
            elements.get(i) instanceof NumberValue(int _, String literal)
                ? literal
                : elements.get(i).kind();
        fault(elements.get(i), path, "is " + kind, remedy);
      }
    }
    return elements.isEmpty() || faults.size() > before
        ? Optional.empty()
        : value(
            value,
            "milestoneDays",
            "",
            ignored -> SettingValues.milestones(() -> Milestones.of(days)));
  }

  /// The elements of a list; a fault and none if it is not a list or an empty one.
  private List<LocatedJson> elements(LocatedJson value, String path, String remedy) {
    if (value instanceof ArrayValue(int _, List<LocatedJson> elements) && !elements.isEmpty()) {
      return elements;
    }
    fault(
        value,
        path,
        value instanceof ArrayValue ? "the list is empty" : "is " + value.kind(),
        remedy);
    return List.of();
  }

  /// The value of `key`; the object itself if it has none.
  static LocatedJson at(ObjectValue object, String key) {
    return object.get(key).orElse(object);
  }

  /// Reads a text; empty if the key is not there or is none.
  Optional<String> text(ObjectValue object, String key) {
    Optional<LocatedJson> value = object.get(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof TextValue(int _, String text)) {
      return Optional.of(text);
    }
    fault(value.get(), key, "is " + value.get().kind(), "write a text in quotes");
    return Optional.empty();
  }

  /// Reads a value out of its text; what it does not take is a fault.
  <T> Optional<T> value(LocatedJson at, String path, String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (InvalidValueException e) {
      fault(at, path, e.problem(), e.remedy());
    } catch (DateTimeException e) {
      fault(at, path, "'" + text + "' is not an instant", "write one such as 2026-05-04T06:00:00Z");
    }
    return Optional.empty();
  }

  /// Adds a fault.
  void fault(LocatedJson at, String path, String problem, String remedy) {
    faults.add(new Fault(place(at, path), problem, remedy));
  }

  /// Names a place in the event.
  static String place(LocatedJson at, String path) {
    return "line " + at.line() + ", " + path;
  }
}
