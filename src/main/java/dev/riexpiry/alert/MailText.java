package dev.riexpiry.alert;



import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.ledger.Memory;
import dev.riexpiry.text.PlainText;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The mail: what ends and when, where to look, what could not be read and how to mend it, and how
/// much was read. Plain text that needs no scrolling sideways.
final class MailText {
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
    LapsedLines.of(part.lapsed(), summary).forEach(this::line);
    NotPaid.lines(part.troubles(), summary).forEach(this::line);
    expiring();
    unreadable();
    ReadAgain.lines(part.recovered(), summary).forEach(this::line);
    Renewed.lines(part.renewed(), summary).forEach(this::line);
    ElsewhereLines.of(part.elsewhere(), summary).forEach(this::line);
    remembered();
    footer();
    return mail.toString();
  }

  private void opening() {
    LapsedLines.opening(part.lapsed()).forEach(this::line);
    if (part.expiring().isEmpty() && !part.troubles().isEmpty()) {
      int count = part.troubles().size();
      line(
          "%s %s not paid."
              .formatted(Wording.count(count, "AWS purchase"), count == 1 ? "is" : "are"));
      line(elsewhere());
      incomplete();
    } else if (part.expiring().isEmpty() && !part.lapsed().isEmpty()) {
      line(elsewhere());
      incomplete();
    } else if (part.expiring().isEmpty() && part.unreadable().isEmpty()) {
      line(
          part.recovered().isEmpty()
              ? "All that this check tells is told to other topics."
              : "What could not be read can be read again, or is not to be read any more.");
      line(elsewhere());
      incomplete();
    } else if (part.expiring().isEmpty()) {
      line("INCOMPLETE: %s could not be read.".formatted(part.notRead()));
      line(elsewhere());
    } else {
      if (!part.lapsed().isEmpty()) {
        line("");
      }
      int count = part.expiring().size();
      int first = part.expiring().getFirst().daysLeft();
      Noun noun = Noun.of(part.expiring().stream().map(Expiring::commitment));
      boolean oneDay = first == part.expiring().getLast().daysLeft();
      line(
          "%s %s %s%s."
              .formatted(
                  Wording.count(count, noun.ofAws()),
                  count == 1 ? "ends" : "end",
                  oneDay ? "" : "soon, the first ",
                  Wording.daysLeft(first)));
      line(
          "A %s does not renew: once it has ended, what it covered is billed at"
              .formatted(noun.text()));
      line("the on-demand price. Buy its successor, or let it go on purpose.");
      incomplete();
    }
    if (part.of() > 1) {
      line("");
      line(
          "This is message %s of %s; the check found %s in all."
              .formatted(
                  Wording.number(part.number()),
                  Wording.number(part.of()),
                  Wording.count(summary.due(), "expiring commitment")));
    }
  }

  /// What a message without a commitment says of commitments.
  private String elsewhere() {
    if (summary.open() == 0) {
      return summary.expiring() == 0
          ? "In what could be read, no commitment is about to end."
          : "In what could be read, no commitment is about to end that is not renewed.";
    }
    return summary.due() == 0
        ? "No other commitment is about to end than those that were told before."
        : "Elsewhere the check found "
            + Wording.count(summary.due(), "expiring commitment")
            + "; other messages tell of them.";
  }

  private void incomplete() {
    if (part.notRead().total() > 0) {
      line("");
      line(
          "INCOMPLETE: %s could not be read; the end of %s says why."
              .formatted(part.notRead(), part.last() ? "this mail" : "the last message"));
    } else if (!summary.coverage().complete() && summary.memory().tellsOfGaps()) {
      line("");
      line("Elsewhere something could not be read; another message of this check says what.");
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
      commitment(item);
    }
  }

  private void commitment(Expiring item) {
    Commitment commitment = item.commitment();
    CommitmentLines.of(commitment, summary, "ends", "costs").forEach(this::line);
    if (commitment.state() instanceof CommitmentState.Unknown(String state)) {
      line(
          "  state '"
              + plain(state)
              + "', which this version does not know: look whether it counts");
    }
    Renewed.inPart(item, summary.renewals().of(item)).ifPresent(text -> line("  " + text));
    summary.memory().firstTold(item).ifPresent(date -> line("  " + firstTold(date, commitment)));
    ConsoleLink.of(commitment).ifPresent(link -> line("  " + link));
  }

  private String firstTold(LocalDate date, Commitment commitment) {
    return "first told %s before the end (%s)"
        .formatted(
            Wording.count((int) summary.daysLeftOn(date, commitment), "day"), Wording.day(date));
  }

  private void unreadable() {
    if (part.unreadable().isEmpty()) {
      return;
    }
    line("");
    line("COULD NOT BE READ - a commitment there may be ending unseen");
    for (Cause cause : Cause.group(part.unreadable())) {
      line("");
      for (String places : cause.places()) {
        line("  " + places);
      }
      earliest(cause).ifPresent(since -> line("  Unreadable since " + Wording.day(since) + "."));
      line("  %s: %s, %s".formatted(cause.action(), plain(cause.code()), plain(cause.message())));
      line("  To mend it: " + plain(cause.remedy()));
    }
    if (part.last() && part.untold().total() > 0) {
      line("");
      line("  Not listed here: %s; the report of this run names each.".formatted(part.untold()));
    }
  }

  /// Since when the oldest of the places with one cause is unreadable, if that is not new.
  private Optional<LocalDate> earliest(Cause cause) {
    return cause.unreadable().stream()
        .map(summary.memory()::since)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .filter(since -> since.isBefore(summary.checkDate().date()));
  }

  private void remembered() {
    Memory memory = summary.memory();
    if (memory.toldBefore() > 0
        || !memory.knownGaps().isEmpty()
        || !memory.doubts().isEmpty()
        || summary.ignored() > 0) {
      line("");
    }
    if (summary.ignored() > 0) {
      line(
          "Ignored, as the accounts file says: %s; the report lists them."
              .formatted(Wording.count(summary.ignored(), "commitment")));
    }
    if (memory.toldBefore() > 0) {
      line(
          "Told before and not repeated: %s; the report lists them."
              .formatted(Wording.count(memory.toldBefore(), "commitment")));
    }
    if (!memory.knownGaps().isEmpty()) {
      line(
          "INCOMPLETE: still unreadable, as told before: %s; the report says why."
              .formatted(NotRead.ofPlaces(memory.knownGaps())));
    }
    for (Failure doubt : memory.doubts()) {
      line("This may be a repeat, because what was told before is not known for certain:");
      line("  %s: %s, %s".formatted(doubt.action(), plain(doubt.code()), plain(doubt.message())));
      line("  To mend it: " + plain(doubt.remedy()));
    }
  }

  private void footer() {
    ReadCounts coverage = summary.coverage();
    line("");
    line(
        "Read: %s of %s, %s (account x region x service), %s."
            .formatted(
                Wording.number(coverage.accountsRead()),
                Wording.count(coverage.accountsConfigured(), "account"),
                Wording.count(coverage.targetsRead(), "target"),
                Wording.count(coverage.active(), "active commitment")));
    line(
        "As of %s (%s); told %s days before the end."
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
