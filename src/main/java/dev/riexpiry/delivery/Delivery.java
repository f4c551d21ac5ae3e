package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The result of announcing the findings of one run.
///
/// @param summary the check, with everything that is known of other runs now
/// @param mail the alerts
/// @param chat the chat message, if a chat channel is named
/// @param events the events, if a bus is named
/// @param unwritten the failures to record which places cannot be read
public record Delivery(
    CheckSummary summary,
    Told<Receipt> mail,
    Optional<Told<ChatReceipt>> chat,
    Optional<Told<EventReceipt>> events,
    List<Failure> unwritten) {
  /// The most causes that are named in one warning.
  private static final int MAX_CAUSES = 3;

  public Delivery {
    requireNonNull(summary, "summary is null");
    requireNonNull(mail, "mail is null");
    requireNonNull(chat, "chat is null");
    requireNonNull(events, "events is null");
    unwritten = List.copyOf(unwritten);
  }

  /// @param summary the check before anything was announced
  static Delivery of(
      CheckSummary summary,
      Told<Receipt> mail,
      Optional<Told<ChatReceipt>> chat,
      Optional<Told<EventReceipt>> events) {
    List<Failure> failures =
        Stream.<Told<?>>concat(chat.stream(), events.stream())
            .flatMap(told -> told.history().ledgerFailures().stream())
            .toList();
    return new Delivery(
        summary.with(mail.history().and(Set.of(), failures)), mail, chat, events, List.of());
  }

  /// The same with failures to record which places cannot be read.
  Delivery unrecorded(List<Failure> failures) {
    return new Delivery(summary, mail, chat, events, failures);
  }

  /// The messages of all channels.
  public Sendings sendings() {
    return new Sendings(
        mail.sendings(),
        chat.map(Told::sendings).orElse(List.of()),
        events.map(Told::sendings).orElse(List.of()));
  }

  /// The number of announcements that another run had claimed and not made.
  public int left() {
    return told().mapToInt(Told::left).sum();
  }

  /// The failures to record something that was announced.
  List<Failure> unrecorded() {
    return Stream.concat(told().flatMap(by -> by.unrecorded().stream()), unwritten.stream())
        .toList();
  }

  /// The announcements that count as made for the record of outages: that a place cannot be read as
  /// soon as one channel has told it, and that it can be read again once all have. Until then its
  /// outage stays open, so that the next run finds its end for those that refused.
  Set<Announcement> made() {
    return told()
        .flatMap(by -> by.made().stream())
        .filter(made -> !made.canWait() || told().allMatch(by -> by.made().contains(made)))
        .collect(Collectors.toSet());
  }

  private Stream<Told<?>> told() {
    return Stream.of(Stream.of(mail), chat.stream(), events.stream()).flatMap(told -> told);
  }

  /// Tells whether at least one call to the ledger failed.
  public boolean ledgerFailed() {
    return !summary.history().ledgerFailures().isEmpty() || !unrecorded().isEmpty();
  }

  /// Warns of a ledger that could not be used as it should.
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    List<Failure> ledgerFailures = summary.history().ledgerFailures();
    if (!ledgerFailures.isEmpty()) {
      warnings.add(
          "what was told before is not known for certain, so an alert may be a repeat: "
              + causes(ledgerFailures));
    }
    if (!unrecorded().isEmpty()) {
      warnings.add(
          "not all that was told could be recorded (%d times), so it may be told again: %s"
              .formatted(unrecorded().size(), causes(unrecorded())));
    }
    int untold = summary.untold().size();
    if (untold > 0) {
      warnings.add(
          "there was no time to tell %d findings that are due, the least urgent ones: %s"
              .formatted(
                  untold,
                  summary.history().recorded()
                      ? "the next run tells them"
                      : "without a ledger the next run tells everything anew, and may not come to them; set LEDGER_TABLE, or choose the digest grouping, which needs the fewest messages"));
    }
    if (left() > 0) {
      warnings.add(
          "another run had claimed %d announcements and not made them when this run had to end; run the check again"
              .formatted(left()));
    }
    return warnings;
  }

  private static String causes(List<Failure> failures) {
    return failures.stream()
        .map(Failure::sentence)
        .distinct()
        .limit(MAX_CAUSES)
        .collect(Collectors.joining("; "));
  }
}
