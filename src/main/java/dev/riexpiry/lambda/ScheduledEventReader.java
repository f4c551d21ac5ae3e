package dev.riexpiry.lambda;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.JsonFields;
import dev.riexpiry.input.LocatedJson.ObjectValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.time.DateTime;
import org.joda.time.IllegalFieldValueException;

/// Reads the events that a schedule sends.
///
/// One becomes the Lambda library's own type here and not by that library, which takes the `detail`
/// of a scheduled rule, an object, but not that of EventBridge Scheduler, which is the text `"{}"`.
///
/// @param values reads single values
record ScheduledEventReader(EventValues values) {
  static final String SOURCE = "source";

  /// The form in which EventBridge sends a time. Joda-Time would take others, such as a year of six
  /// digits.
  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z");

  private static final List<String> SOURCES = List.of("aws.events", "aws.scheduler");

  CheckEvent.Scheduled read(ObjectValue object) {
    JsonFields.eachOnce(object, "", values.faults());
    Stream.of(EventReader.VERIFY, EventReader.TEST_ALERT)
        .filter(key -> object.get(key).isPresent())
        .forEach(key ->
            values.fault(
                EventValues.at(object, key),
                key,
                "does not go with a scheduled event, which runs a check",
                "send {\"" + key + "\": true} alone"));
    ScheduledEvent event = new ScheduledEvent();
    values
        .text(object, SOURCE)
        .ifPresent(source -> {
          event.setSource(source);
          if (!SOURCES.contains(source)) {
            values.fault(
                object,
                SOURCE,
                "'" + source + "' is not a schedule",
                "send events of " + String.join(" or ", SOURCES) + " only, or leave out source");
          }
        });
    values.text(object, "detail-type").ifPresent(event::setDetailType);
    if (object.get("time").isEmpty()) {
      values
          .faults()
          .add(
              new Fault(
                  EventValues.place(object, "time"),
                  "it is missing",
                  "send when the event was due, in UTC"));
    }
    values
        .text(object, "time")
        .flatMap(value ->
            values.value(EventValues.at(object, "time"), "time", value, ScheduledEventReader::time))
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
}
