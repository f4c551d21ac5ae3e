package dev.riexpiry.lambda;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.InvalidValueException;
import dev.riexpiry.input.JsonFields;
import dev.riexpiry.input.LocatedJson;
import dev.riexpiry.input.LocatedJson.ArrayValue;
import dev.riexpiry.input.LocatedJson.BooleanValue;
import dev.riexpiry.input.LocatedJson.NumberValue;
import dev.riexpiry.input.LocatedJson.ObjectValue;
import dev.riexpiry.input.LocatedJson.TextValue;
import dev.riexpiry.notifier.SettingValues;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.time.DateTime;
import org.joda.time.IllegalFieldValueException;

/// Reads the function's events: scheduled ones, which have a `source`, and those written by hand.
///
/// A scheduled event becomes the Lambda library's own type here and not by that library, which
/// takes the `detail` of a scheduled rule, an object, but not that of EventBridge Scheduler, which
/// is the text `"{}"`.
final class EventReader {
  private static final String SOURCE = "source";
  private static final String FAN_OUT = "fanOut";
  private static final String VERIFY = "verify";
  private static final String TEST_ALERT = "testAlert";
  private static final ObjectValue NOTHING = new ObjectValue(1, List.of());

  /// The form in which EventBridge sends a time. Joda-Time would take others, such as a year of six
  /// digits.
  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z");

  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9_-]{1,80}");
  private static final String STEP_REMEDY =
      "send what the template's state machine sends: run, and step with its batch or batches";
  private static final List<String> SOURCES = List.of("aws.events", "aws.scheduler");
  private static final List<String> BY_HAND_KEYS =
      List.of("checkDate", "dryRun", "accounts", "milestoneDays", VERIFY, TEST_ALERT);

  /// The keys that say something of a check.
  private static final List<String> CHECK_KEYS = List.of("checkDate", "dryRun", "milestoneDays");

  private static final String BY_HAND_REMEDY =
      "send a scheduled event of EventBridge, or an object with any of "
          + String.join(", ", BY_HAND_KEYS);

  private final List<Fault> faults = new ArrayList<>();

  CheckEvent read(byte[] json) {
    CheckEvent event =
        switch (LocatedJson.parse(json)) {
          case LocatedJson.Parsed.NotJson(Fault fault) -> refuse(fault);
          case LocatedJson.Parsed.Document(ObjectValue object) ->
              object.get(FAN_OUT).isPresent() ? step(object) : whole(object);
          case LocatedJson.Parsed.Document(LocatedJson other) ->
              refuse(new Fault(place(other, "the event"), "is " + other.kind(), BY_HAND_REMEDY));
        };
    if (!faults.isEmpty()) {
      throw new InvalidInputException("the event", faults);
    }
    return event;
  }

  private static CheckEvent refuse(Fault fault) {
    throw new InvalidInputException("the event", List.of(fault));
  }

  private CheckEvent whole(ObjectValue object) {
    return object.get(SOURCE).isPresent() ? scheduled(object) : byHand(object);
  }

  private CheckEvent step(ObjectValue object) {
    JsonFields fields = new JsonFields(object, "", List.of(FAN_OUT, "event"), faults);
    CheckEvent.OfCheck cause =
        fields.require("event", "send what started the run").orElse(NOTHING)
                instanceof ObjectValue event
            ? cause(event)
            : check(NOTHING);
    if (!(object.get(FAN_OUT).orElse(NOTHING) instanceof ObjectValue fanOut)) {
      fault(object, FAN_OUT, "is no object", STEP_REMEDY);
      return cause;
    }
    JsonFields keys =
        new JsonFields(fanOut, FAN_OUT, List.of("run", "step", "batch", "batches"), faults);
    keys.require("run", STEP_REMEDY);
    keys.require("step", STEP_REMEDY);
    String name = text(fanOut, "step").orElse("");
    Optional<SpreadStep> step =
        switch (name) {
          case "list" -> Optional.of(new SpreadStep.ListAccounts());
          case "sweep" -> count(keys, "batch").map(SpreadStep.SweepBatch::new);
          case "conclude" -> count(keys, "batches").map(SpreadStep.Conclude::new);
          default -> Optional.empty();
        };
    String run = text(fanOut, "run").filter(RUN.asMatchPredicate()).orElse("");
    if (step.isEmpty() || run.isEmpty()) {
      fault(fanOut, FAN_OUT, "names no step of a run", STEP_REMEDY);
      return cause;
    }
    return new CheckEvent.Step(new SpreadStep.OfRun(run, step.get()), cause);
  }

  private CheckEvent.OfCheck cause(ObjectValue object) {
    return switch (whole(object)) {
      case CheckEvent.OfCheck check -> check;
      case CheckEvent.Verify _ -> {
        fault(
            object,
            "event",
            "asks to try everything",
            "send this to the function, not spread over several");
        yield check(NOTHING);
      }
    };
  }

  private static Optional<Integer> count(JsonFields fields, String key) {
    return fields.get(key).orElse(NOTHING) instanceof NumberValue(int _, String literal)
            && literal.matches("[0-9]{1,6}")
        ? Optional.of(Integer.valueOf(literal))
        : Optional.empty();
  }

  private CheckEvent scheduled(ObjectValue object) {
    JsonFields.eachOnce(object, "", faults);
    Stream.of(VERIFY, TEST_ALERT)
        .filter(key -> object.get(key).isPresent())
        .forEach(key ->
            fault(
                at(object, key),
                key,
                "does not go with a scheduled event, which runs a check",
                "send {\"" + key + "\": true} alone"));
    ScheduledEvent event = new ScheduledEvent();
    text(object, SOURCE)
        .ifPresent(source -> {
          event.setSource(source);
          if (!SOURCES.contains(source)) {
            fault(
                object,
                SOURCE,
                "'" + source + "' is not a schedule",
                "send events of " + String.join(" or ", SOURCES) + " only, or leave out source");
          }
        });
    text(object, "detail-type").ifPresent(event::setDetailType);
    if (object.get("time").isEmpty()) {
      faults.add(
          new Fault(place(object, "time"), "it is missing", "send when the event was due, in UTC"));
    }
    text(object, "time")
        .flatMap(value -> value(at(object, "time"), "time", value, EventReader::time))
        .ifPresent(event::setTime);
    return event.getTime() == null
        ? new CheckEvent.Scheduled(Instant.EPOCH)
        : CheckEvent.Scheduled.of(event);
  }

  private static DateTime time(String text) {
    if (!TIME.matcher(text).matches()) {
      throw new DateTimeException("not as AWS writes it: " + text);
    }
    try {
      return DateTime.parse(text);
    } catch (IllegalFieldValueException e) {
      throw new DateTimeException("no such time: " + text, e);
    }
  }

  private CheckEvent byHand(ObjectValue object) {
    JsonFields fields = new JsonFields(object, "", BY_HAND_KEYS, faults);
    boolean testAlert = flag(fields, TEST_ALERT);
    boolean verify = flag(fields, VERIFY) || testAlert;
    if (!verify) {
      return check(object);
    }
    for (String key : CHECK_KEYS) {
      fields
          .get(key)
          .ifPresent(value ->
              fault(
                  value,
                  key,
                  "does not go with " + (testAlert ? TEST_ALERT : VERIFY),
                  testAlert
                      ? "leave it out; " + VERIFY + " in place of " + TEST_ALERT + " sends nothing"
                      : "leave it out: nothing is checked as of a day, sent or recorded"));
    }
    return new CheckEvent.Verify(testAlert, fields.get("accounts").map(this::accounts));
  }

  private CheckEvent.ByHand check(ObjectValue object) {
    return new CheckEvent.ByHand(
        text(object, "checkDate")
            .flatMap(
                value -> value(at(object, "checkDate"), "checkDate", value, SettingValues::date)),
        object.get("dryRun").map(value -> isTrue(value, "dryRun")).orElse(false),
        object.get("accounts").map(this::accounts),
        object.get("milestoneDays").flatMap(this::milestones));
  }

  private boolean flag(JsonFields fields, String key) {
    return fields.get(key).map(value -> isTrue(value, key)).orElse(false);
  }

  private boolean isTrue(LocatedJson value, String key) {
    if (value instanceof BooleanValue(int _, boolean is)) {
      return is;
    }
    fault(value, key, "is " + value.kind(), "write true or false without quotes");
    return true;
  }

  private List<AccountId> accounts(LocatedJson value) {
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

  private Optional<Milestones> milestones(LocatedJson value) {
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
  private static LocatedJson at(ObjectValue object, String key) {
    return object.get(key).orElse(object);
  }

  private Optional<String> text(ObjectValue object, String key) {
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

  private <T> Optional<T> value(
      LocatedJson at, String path, String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (InvalidValueException e) {
      fault(at, path, e.problem(), e.remedy());
    } catch (DateTimeException e) {
      fault(at, path, "'" + text + "' is not an instant", "write one such as 2026-05-04T06:00:00Z");
    }
    return Optional.empty();
  }

  private void fault(LocatedJson at, String path, String problem, String remedy) {
    faults.add(new Fault(place(at, path), problem, remedy));
  }

  private static String place(LocatedJson at, String path) {
    return "line " + at.line() + ", " + path;
  }
}
