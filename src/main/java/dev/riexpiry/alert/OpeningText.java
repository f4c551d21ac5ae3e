package dev.riexpiry.alert;

import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the sentences with which the messages of one group of readers begin.
///
/// @param news what the group is told
/// @param counts of its findings
/// @param summary of the whole check
/// @param lines the summary with which the first message begins
record OpeningText(News news, FindingCounts counts, CheckSummary summary, List<String> lines) {
  OpeningText {
    lines = List.copyOf(lines);
  }

  /// @param summaryBytes the most bytes that the summary takes
  static OpeningText of(News news, FindingCounts counts, CheckSummary summary, int summaryBytes) {
    return new OpeningText(
        news,
        counts,
        summary,
        SummaryText.lines(
            Finding.only(Expiring.class, news.findings()).stream()
                .filter(item -> !item.renewed())
                .toList(),
            summary,
            summaryBytes));
  }

  /// The bytes that the first message takes for its summary.
  int summaryBytes() {
    return lines.stream().mapToInt(line -> RenderedFinding.Measured.of(line).bytes()).sum();
  }

  /// Writes the opening of one message.
  ///
  /// @param number the number of the message in its group, from 1
  /// @param of the number of messages in the group
  MailView.Opening of(int number, int of) {
    List<String> others = new ArrayList<>();
    if (news.overview().isPresent() && news.findings().isEmpty() && news.others().isEmpty()) {
      others.add("There is nothing new to tell. This is an overview of what ends later.");
    } else if (counts.expiring() == 0) {
      unexpiring().ifPresent(others::add);
      others.add(elsewhere());
    }
    return new MailView.Opening(
        lapsed(),
        counts.lapsed() > 0 && counts.expiring() > 0,
        expiring(),
        others,
        incomplete(number == of),
        of == 1
            ? Optional.empty()
            : Optional.of(
                new MailView.PartOpening(
                    Wording.number(number),
                    Wording.number(of),
                    Wording.count(summary.totals().due(), "expiring commitment"))),
        Optional.of(lines).filter(all -> number == 1 && !all.isEmpty()).map(MailView.Summary::new));
  }

  private Optional<MailView.LapsedOpening> lapsed() {
    if (counts.lapsed() == 0) {
      return Optional.empty();
    }
    boolean one = counts.lapsed() == 1;
    return Optional.of(
        new MailView.LapsedOpening(
            "%s %s %s"
                .formatted(
                    Wording.count(counts.lapsed(), counts.lapsedNoun().ofAws()),
                    counts.givenBack() == counts.lapsed()
                        ? one ? "was" : "were"
                        : one ? "has" : "have",
                    Wording.ended(counts)),
            counts.daysAgo().isKnown()
                ? (counts.daysAgo().isOne() ? "" : "the last ")
                    + Wording.daysAgo(counts.daysAgo().first())
                : "on a day that AWS does not say",
            one ? "its" : "their",
            one ? "it" : "they"));
  }

  private Optional<MailView.ExpiringOpening> expiring() {
    return counts.expiring() == 0
        ? Optional.empty()
        : Optional.of(
            new MailView.ExpiringOpening(
                Wording.count(counts.expiring(), counts.expiringNoun().ofAws()),
                (counts.expiring() == 1 ? "ends " : "end ")
                    + (counts.daysLeft().isOne() ? "" : "soon, the first ")
                    + Wording.daysLeft(counts.daysLeft().first()),
                counts.expiringNoun().text(),
                stake()));
  }

  /// Writes the net savings a month that end with what is expiring, and what the invoice makes of
  /// them.
  private Optional<String> stake() {
    return Optional.of(Stakes.of(news.findings(), summary))
        .filter(stakes -> !stakes.isEmpty())
        .map(stakes ->
            stakes.exact()
                + " a month in net savings."
                + Stakes.ofInvoice(news.findings(), summary)
                    .map(rise ->
                        "\nSome of it was paid upfront: the invoice rises by "
                            + rise.exact()
                            + " a month.")
                    .orElse(""));
  }

  /// The first sentence of a message without an expiring commitment, if it needs one.
  private Optional<String> unexpiring() {
    if (counts.unpaid() > 0) {
      return Optional.of(
          "%s %s not paid."
              .formatted(
                  Wording.count(counts.unpaid(), "AWS purchase"),
                  counts.unpaid() == 1 ? "is" : "are"));
    }
    if (counts.lapsed() > 0) {
      return Optional.empty();
    }
    if (counts.renewed() > 0) {
      return Optional.of(
          counts.renewed() == 1
              ? "A commitment that is about to end is renewed; look whether the purchase is meant for it."
              : Wording.number(counts.renewed())
                  + " commitments that are about to end are renewed; look whether the purchases are meant for them.");
    }
    if (counts.unread().total() > 0) {
      return Optional.of("INCOMPLETE: %s could not be read.".formatted(counts.unread()));
    }
    return Optional.of(
        counts.restored() == 0
            ? "All that this check tells is told to other topics."
            : "What could not be read can be read again, or is not to be read any more.");
  }

  /// The sentence of a message without an expiring commitment about those of other messages.
  private String elsewhere() {
    Totals totals = summary.totals();
    if (totals.notRenewed() == 0) {
      return totals.expiring() == 0
          ? "In what could be read, no commitment is about to end."
          : "In what could be read, no commitment is about to end that is not renewed.";
    }
    return totals.due() == 0
        ? "No other commitment is about to end than those that were %s."
            .formatted(
                totals.acknowledged() == 0
                    ? "told before"
                    : totals.announcedBefore() == 0
                        ? "acknowledged"
                        : "told before or acknowledged")
        : "Elsewhere the check found "
            + Wording.count(totals.due(), "expiring commitment")
            + (summary.history().untold().isEmpty()
                ? "; other messages tell of them."
                : "; other messages, of this check or of the next, tell of them.");
  }

  private Optional<String> incomplete(boolean last) {
    boolean said =
        counts.expiring() == 0
            && counts.lapsed() == 0
            && counts.unpaid() == 0
            && counts.renewed() == 0;
    if (counts.unread().total() > 0) {
      return said
          ? Optional.empty()
          : Optional.of(
              "INCOMPLETE: %s could not be read; the end of %s says why."
                  .formatted(counts.unread(), last ? "this mail" : "the last message"));
    }
    return summary.counts().complete() || !summary.totals().announcesUnread()
        ? Optional.empty()
        : Optional.of(
            "Elsewhere something could not be read; another message of this check says what.");
  }
}
