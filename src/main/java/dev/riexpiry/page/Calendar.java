package dev.riexpiry.page;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.RenewalText;
import dev.riexpiry.alert.Wording;
import dev.riexpiry.check.CheckReport;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.text.PlainText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The calendar of a report (iCalendar, RFC 5545): an event at the instant at which each commitment
/// ends, and one on each day that is a milestone of it and is still to come. It is replaced whole,
/// so what is gone from the report is gone from it.
public final class Calendar {
  private static final String NAME = "AWS commitments";
  private static final String END = "end";

  private final CheckReport report;
  private final CheckSummary summary;
  private final Date made;
  private final Inventory inventory;

  private Calendar(CheckReport report, Instant made) {
    this.report = report;
    this.summary = report.summary();
    this.made = Date.from(made.truncatedTo(ChronoUnit.SECONDS));
    this.inventory = Inventory.of(report);
  }

  /// Writes the calendar of a report's inventory; without one, of what is expiring or ignored.
  ///
  /// @param made the time at which it is made
  public static String of(CheckReport report, Instant made) {
    return new Calendar(report, made).text();
  }

  private String text() {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//ri-expiry-notifier//" + NAME + "//EN");
    calendar.setName(NAME);
    calendar.addExperimentalProperty("X-WR-CALNAME", NAME);
    calendar.setDescription(
        "When AWS reservations and Savings Plans end. For planning: calendars are looked at hours or"
            + " days late, and the alerts are what to rely on.");
    // RFC 7986 asks for the type, which biweekly leaves out of its own.
    calendar.addExperimentalProperty("REFRESH-INTERVAL", ICalDataType.DURATION, "PT12H");
    incomplete().ifPresent(calendar::addEvent);
    for (Commitment commitment : inventory.commitments()) {
      calendar.addEvent(end(commitment));
      milestones(commitment).forEach(calendar::addEvent);
    }
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      // Its own folding counts characters where RFC 5545 counts octets.
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return Folding.of(text.toString());
  }

  private VEvent end(Commitment commitment) {
    VEvent event = event(commitment, END, "ends");
    event.setDateStart(Date.from(commitment.end().truncatedTo(ChronoUnit.SECONDS)), true);
    return event;
  }

  private Stream<VEvent> milestones(Commitment commitment) {
    LocalDate lastDay = summary.checkDate().lastDay(commitment.end());
    return summary.terms().milestones().days().stream()
        .filter(days -> !lastDay.minusDays(days).isBefore(summary.checkDate().date()))
        .map(days -> {
          VEvent event = event(commitment, String.valueOf(days), "ends " + Wording.daysLeft(days));
          event.setDateStart(day(lastDay.minusDays(days)));
          return event;
        });
  }

  private Optional<VEvent> incomplete() {
    if (report.complete()) {
      return Optional.empty();
    }
    VEvent event = event("incomplete@ri-expiry-notifier");
    event.setSummary(
        "INCOMPLETE: "
            + Wording.count(summary.counts().targetsUnreadable(), "place")
            + " could not be read");
    event.setDescription("A commitment there may be ending unseen; the report says why.");
    event.setDateStart(day(summary.checkDate().date()));
    return Optional.of(event);
  }

  private VEvent event(Commitment commitment, String milestone, String when) {
    AccountLabel account = inventory.account(commitment);
    VEvent event =
        event(
            "%s/%s/%s/%s/%s@ri-expiry-notifier"
                .formatted(
                    commitment.accountId(),
                    PlainText.of(commitment.region()),
                    commitment.service().id(),
                    PlainText.of(commitment.id()),
                    milestone));
    event.setSummary(
        "%s%s: %s %s"
            .formatted(
                mark(commitment),
                PlainText.of(account.name()),
                PlainText.of(commitment.covered().amount()),
                when));
    event.setDescription(
        Stream.of(
                Stream.of(
                    account.toString(),
                    commitment.region() + ", " + commitment.service().label(),
                    commitment.description(),
                    commitment.id(),
                    "Last day: %s (%s)"
                        .formatted(
                            Wording.day(summary.checkDate().lastDay(commitment.end())),
                            summary.checkDate().zone().getId())),
                inventory.expiring(commitment).flatMap(RenewalText::of).stream())
            .flatMap(lines -> lines)
            .map(PlainText::of)
            .collect(Collectors.joining("\n")));
    return event;
  }

  private String mark(Commitment commitment) {
    Standing standing = inventory.standing(commitment);
    return switch (standing) {
      case RENEWED, IGNORED -> "(" + standing.word() + ") ";
      case DUE, TOLD, LATER -> "";
    };
  }

  private VEvent event(String uid) {
    VEvent event = new VEvent();
    event.setUid(uid);
    event.setDateTimeStamp(made);
    event.setTransparency(true);
    return event;
  }

  /// A whole day; without an end it lasts until the next one begins.
  private static DateStart day(LocalDate date) {
    return new DateStart(
        new ICalDate(
            new DateTimeComponents(date.getYear(), date.getMonthValue(), date.getDayOfMonth()),
            false));
  }
}
