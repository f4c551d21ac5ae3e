package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.expiry.Expiring;
import dev.riexpiry.sweep.Coverage;
import dev.riexpiry.sweep.Unreadable;
import dev.riexpiry.text.PlainText;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The mail: what ends and when, where to look, what could not be read and how to mend it, and how
/// much was read. Plain text that needs no scrolling sideways.
final class MailText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH);

  private final Part part;
  private final CheckSummary summary;
  private final StringBuilder mail = new StringBuilder();

  private MailText(Part part, CheckSummary summary) {
    this.part = part;
    this.summary = summary;
  }

  static String of(Part part, CheckSummary summary) {
    return new MailText(part, summary).write();
  }

  private String write() {
    opening();
    expiring();
    unreadable();
    footer();
    return mail.toString();
  }

  private void opening() {
    if (part.expiring().isEmpty()) {
      line("No reservation was found to be ending, but not everything could be read.");
      line("A reservation in a place named below may be ending unseen.");
    } else {
      int count = part.expiring().size();
      line(
          Wording.count(count, "AWS reservation")
              + (count == 1 ? " is" : " are")
              + " about to end. A reservation does not renew: once it has");
      line(
          "ended, what it covered is billed at the on-demand price. Renew it, or let it go on purpose.");
    }
    if (part.of() > 1) {
      line("");
      line(
          "This is message %d of %d; the check found %s in all."
              .formatted(
                  part.number(),
                  part.of(),
                  Wording.count(summary.expiring(), "expiring reservation")));
    }
    if (!part.expiring().isEmpty() && !summary.coverage().complete()) {
      line("");
      line(
          "INCOMPLETE: %s could not be read%s."
              .formatted(
                  Wording.count(summary.coverage().targetsUnreadable(), "target"),
                  part.unreadable().isEmpty() ? "" : "; see the end of this mail"));
    }
  }

  private void expiring() {
    int day = -1;
    for (Expiring item : part.expiring()) {
      if (item.daysLeft() != day) {
        day = item.daysLeft();
        line("");
        line(
            "ENDS %s - last day %s (%s)"
                .formatted(
                    Wording.daysLeft(day).toUpperCase(Locale.ENGLISH),
                    Wording.day(summary.checkDate().lastDay(item.commitment().end())),
                    summary.checkDate().zone().getId()));
      }
      line("");
      commitment(item.commitment());
    }
  }

  private void commitment(Commitment commitment) {
    ZonedDateTime end = commitment.end().atZone(summary.checkDate().zone());
    line(
        "  %s (%s), %s, %s"
            .formatted(
                plain(summary.nameOf(commitment.accountId())),
                commitment.accountId(),
                commitment.region(),
                commitment.service().label()));
    line("  " + plain(commitment.description()));
    line("  " + plain(commitment.id()) + ", ends " + TIME.format(end));
    line("  " + ConsoleLink.of(commitment));
  }

  private void unreadable() {
    if (part.unreadable().isEmpty()) {
      return;
    }
    line("");
    line("COULD NOT BE READ - a reservation there may be ending unseen");
    for (Cause cause : Cause.group(part.unreadable())) {
      line("");
      for (String account : places(cause)) {
        line("  " + account);
      }
      line(
          "  %s: %s, %s"
              .formatted(
                  cause.action(),
                  cause.code(),
                  plain(cause.unreadable().getFirst().failure().message())));
      line("  To mend it: " + plain(cause.remedy()));
    }
    int hidden = summary.coverage().targetsUnreadable() - shown();
    if (hidden > 0 && part.of() == 1) {
      line("");
      line(
          "  and %s more; the report of this run names each."
              .formatted(Wording.count(hidden, "target")));
    }
  }

  private int shown() {
    return (int)
        part.unreadable().stream()
            .map(item -> List.of(item.accountId(), item.region(), item.service()))
            .distinct()
            .count();
  }

  /// One line an account, so that a refusal in seventeen regions does not fill a screen.
  private static List<String> places(Cause cause) {
    return cause.unreadable().stream()
        .collect(
            Collectors.groupingBy(
                item -> plain(item.accountName()) + " (" + item.accountId() + ")",
                java.util.LinkedHashMap::new,
                Collectors.mapping(MailText::place, Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + ", " + entry.getValue())
        .toList();
  }

  private static String place(Unreadable unreadable) {
    return unreadable
        .service()
        .map(Service::label)
        .map(label -> unreadable.region().orElse("") + " " + label)
        .orElse("the whole account");
  }

  private void footer() {
    Coverage coverage = summary.coverage();
    line("");
    line(
        "Read: %d of %s, %s (account x region x service), %s."
            .formatted(
                coverage.accountsRead(),
                Wording.count(coverage.accountsConfigured(), "account"),
                Wording.count(coverage.targetsRead(), "target"),
                Wording.count(coverage.active(), "active reservation")));
    line(
        "As of %s (%s); told at %s days before the end."
            .formatted(
                Wording.day(summary.checkDate().date()),
                summary.checkDate().zone().getId(),
                summary.milestones().days().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "))));
  }

  private void line(String text) {
    mail.append(text).append('\n');
  }

  private static String plain(String text) {
    return PlainText.of(text);
  }
}
