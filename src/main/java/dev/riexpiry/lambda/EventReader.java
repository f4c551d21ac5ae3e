package dev.riexpiry.lambda;

import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.input.JsonFields;
import dev.riexpiry.input.LocatedJson;
import dev.riexpiry.input.LocatedJson.ObjectValue;
import dev.riexpiry.notifier.SettingValues;
import java.util.ArrayList;
import java.util.List;

/// Reads the function's events: scheduled ones, which have a `source`, and those written by hand.
final class EventReader {
  static final String VERIFY = "verify";
  static final String TEST_ALERT = "testAlert";
  static final ObjectValue NOTHING = new ObjectValue(1, List.of());

  private static final List<String> BY_HAND_KEYS =
      List.of("checkDate", "dryRun", "accounts", "milestoneDays", VERIFY, TEST_ALERT);

  /// The keys that say something of a check.
  private static final List<String> CHECK_KEYS = List.of("checkDate", "dryRun", "milestoneDays");

  private static final String BY_HAND_REMEDY =
      "send a scheduled event of EventBridge, or an object with any of "
          + String.join(", ", BY_HAND_KEYS);

  private final EventValues values = new EventValues(new ArrayList<>());

  CheckEvent read(byte[] json) {
    CheckEvent event =
        switch (LocatedJson.parse(json)) {
          case LocatedJson.Parsed.NotJson(Fault fault) -> refuse(fault);
          case LocatedJson.Parsed.Document(ObjectValue object) ->
              object.get(StepReader.FAN_OUT).isPresent() ? step(object) : whole(object);
          case LocatedJson.Parsed.Document(LocatedJson other) ->
              refuse(
                  new Fault(
                      EventValues.place(other, "the event"), "is " + other.kind(), BY_HAND_REMEDY));
        };
    if (!values.faults().isEmpty()) {
      throw new InvalidInputException("the event", values.faults());
    }
    return event;
  }

  private static CheckEvent refuse(Fault fault) {
    throw new InvalidInputException("the event", List.of(fault));
  }

  private CheckEvent whole(ObjectValue object) {
    return object.get(ScheduledEventReader.SOURCE).isPresent()
        ? new ScheduledEventReader(values).read(object)
        : byHand(object);
  }

  private CheckEvent step(ObjectValue object) {
    JsonFields fields =
        new JsonFields(object, "", List.of(StepReader.FAN_OUT, "event"), values.faults());
    CheckEvent.OfCheck cause =
        fields.require("event", "send what started the run").orElse(NOTHING)
                instanceof ObjectValue event
            ? cause(event)
            : check(NOTHING);
    return new StepReader(values)
        .read(object)
        .<CheckEvent>map(step -> new CheckEvent.Step(step, cause))
        .orElse(cause);
  }

  private CheckEvent.OfCheck cause(ObjectValue object) {
    return switch (whole(object)) {
      case CheckEvent.OfCheck check -> check;
      case CheckEvent.Verify _ -> {
        values.fault(
            object,
            "event",
            "asks to try everything",
            "send this to the function, not spread over several");
        yield check(NOTHING);
      }
    };
  }

  private CheckEvent byHand(ObjectValue object) {
    JsonFields fields = new JsonFields(object, "", BY_HAND_KEYS, values.faults());
    boolean testAlert = values.flag(object, TEST_ALERT);
    boolean verify = values.flag(object, VERIFY) || testAlert;
    if (!verify) {
      return check(object);
    }
    for (String key : CHECK_KEYS) {
      fields
          .get(key)
          .ifPresent(value ->
              values.fault(
                  value,
                  key,
                  "does not go with " + (testAlert ? TEST_ALERT : VERIFY),
                  testAlert
                      ? "leave it out; " + VERIFY + " in place of " + TEST_ALERT + " sends nothing"
                      : "leave it out: nothing is checked as of a day, sent or recorded"));
    }
    return new CheckEvent.Verify(testAlert, fields.get("accounts").map(values::accounts));
  }

  private CheckEvent.ByHand check(ObjectValue object) {
    return new CheckEvent.ByHand(
        values
            .text(object, "checkDate")
            .flatMap(value ->
                values.value(
                    EventValues.at(object, "checkDate"), "checkDate", value, SettingValues::date)),
        values.flag(object, "dryRun"),
        object.get("accounts").map(values::accounts),
        object.get("milestoneDays").flatMap(values::milestones));
  }
}
