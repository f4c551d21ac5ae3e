package dev.riexpiry.notifier;

import dev.riexpiry.alert.Cadence;
import dev.riexpiry.alert.Grouping;
import dev.riexpiry.alert.StartUrl;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.cost.CostDays;
import dev.riexpiry.cost.CostGrouping;
import dev.riexpiry.cost.CostMetric;
import dev.riexpiry.delivery.ChannelTargets;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.input.EventBus;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidValueException;
import dev.riexpiry.input.Suggestion;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.policy.LapseWindow;
import dev.riexpiry.sweep.Sweep;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the texts of settings, options and events, which all take the same ones. Each method
/// throws [InvalidValueException] for a text that is not valid.
public final class SettingValues {
  private static final String MILESTONE_REMEDY =
      "write whole numbers from 0 to " + Milestones.MAX_DAYS + ", such as 60,30,7,1";

  private static final Pattern DURATION =
      Pattern.compile("(?<count>[1-9][0-9]{0,5})(?<unit>[smh])");

  private SettingValues() {}

  /// Numbers of days with commas between them.
  public static Milestones milestones(String text) {
    return milestones(() -> Milestones.parse(text));
  }

  /// Numbers of days.
  public static Milestones milestones(Supplier<Milestones> milestones) {
    try {
      return milestones.get();
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(String.valueOf(e.getMessage()), MILESTONE_REMEDY);
    }
  }

  /// The number of days after its end in which a commitment is announced as lapsed.
  public static LapseWindow lapsedDays(String text) {
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > LapseWindow.MAX_DAYS) {
      throw new InvalidValueException(
          "'" + text + "' is not a number of days",
          "write a whole number from 1 to " + LapseWindow.MAX_DAYS + ", or 0 to switch it off");
    }
    return new LapseWindow(Integer.parseInt(text));
  }

  /// The name of a time zone in the IANA database.
  public static ZoneId timeZone(String text) {
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return ZoneId.of(text);
    }
    throw new InvalidValueException(
        "'" + text + "' is not a time zone",
        Suggestion.remedy(
            text, ZoneId.getAvailableZoneIds(), "write an IANA name such as Europe/Berlin or UTC"));
  }

  /// A grouping, by its word.
  public static Grouping grouping(String text) {
    return Grouping.of(text)
        .orElseThrow(() ->
            new InvalidValueException(
                "'" + text + "' is not a grouping",
                "write one of " + String.join(", ", Grouping.ids())));
  }

  /// How often an overview is told, by its word.
  public static Cadence cadence(String text) {
    return Cadence.of(text)
        .orElseThrow(() ->
            new InvalidValueException(
                "'" + text + "' is not how often an overview is told",
                "write one of " + String.join(", ", Cadence.ids())));
  }

  /// The start URL of an access portal.
  public static StartUrl startUrl(String text) {
    return StartUrl.parse(text)
        .orElseThrow(() ->
            new InvalidValueException(
                "'" + text + "' is not the start URL of an access portal", StartUrl.REMEDY));
  }

  /// The ARN of a standard SNS topic.
  public static TopicArn topic(String text) {
    return TopicArn.parse(text)
        .orElseThrow(() ->
            new InvalidValueException(
                "'" + text + "' is not the ARN of a standard SNS topic", TopicArn.REMEDY));
  }

  /// The name or ARN of an event bus.
  public static EventBus eventBus(String text) {
    return EventBus.parse(text)
        .orElseThrow(() ->
            new InvalidValueException(
                "'" + text + "' is neither the name nor the ARN of an event bus", EventBus.REMEDY));
  }

  /// Where findings are told beside the topic of alerts.
  ///
  /// @param chatName the name of the setting that names the topic of a chat channel
  /// @param events the bus that events are put on
  /// @param faults takes what is wrong
  public static ChannelTargets channels(
      String chatName,
      Optional<TopicArn> chat,
      Optional<EventBus> events,
      Optional<TopicArn> alerts,
      List<Fault> faults) {
    if (chat.isPresent() && chat.equals(alerts)) {
      faults.add(
          new Fault(
              chatName,
              "it is the topic that alerts go to",
              "name a topic of its own: a chat channel and a mail need different messages"));
    }
    return new ChannelTargets(chat, events);
  }

  /// A day such as 2026-05-04.
  public static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidValueException(
          "'" + text + "' is not a date", "write year, month and day such as 2026-05-04");
    }
  }

  /// An account id of twelve digits.
  public static AccountId accountId(String text) {
    if (!AccountId.isValid(text)) {
      throw new InvalidValueException(
          "'" + text + "' is not an account id", "write its twelve digits");
    }
    return new AccountId(text);
  }

  /// A number of calls at once.
  public static int concurrency(String text) {
    if (!text.matches("[0-9]{1,3}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > Sweep.MAX_CONCURRENCY) {
      throw new InvalidValueException(
          "'" + text + "' is not a number of calls",
          "write a whole number from 1 to " + Sweep.MAX_CONCURRENCY);
    }
    return Integer.parseInt(text);
  }

  /// A way of counting costs, by Cost Explorer's name for it.
  public static CostMetric costMetric(String text) {
    return CostMetric.of(text)
        .orElseThrow(() ->
            new InvalidValueException(
                "'" + text + "' is not a metric",
                Suggestion.remedy(
                    text,
                    CostMetric.ids(),
                    "write one of " + String.join(", ", CostMetric.ids()))));
  }

  /// A number of days whose costs are read.
  public static int costDays(String text) {
    if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > CostDays.MOST) {
      throw new InvalidValueException(
          "'" + text + "' is not a number of days",
          "write a whole number from 1 to %d: Cost Explorer keeps single days for 14 months"
              .formatted(CostDays.MOST));
    }
    return Integer.parseInt(text);
  }

  /// What costs are added up by.
  public static CostGrouping costGrouping(String text) {
    return CostGrouping.of(text)
        .orElseThrow(() ->
            new InvalidValueException(
                "'" + text + "' is nothing that costs are added up by",
                "write one of " + String.join(", ", CostGrouping.ids())));
  }

  /// A time such as `90s`, `10m` or `1h`, at least a second.
  public static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidValueException(
          "'" + text + "' is not a time", "write seconds, minutes or hours such as 90s, 10m or 1h");
    }
    return Duration.of(
        Long.parseLong(matcher.group("count")),
        switch (matcher.group("unit")) {
          case "h" -> ChronoUnit.HOURS;
          case "m" -> ChronoUnit.MINUTES;
          default -> ChronoUnit.SECONDS;
        });
  }
}
