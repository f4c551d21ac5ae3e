package dev.riexpiry.alert;

import dev.riexpiry.alert.Alert.AlertAttributes;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.text.Json;
import dev.riexpiry.text.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the messages of one group of readers, each from its draft.
final class MessageWriter {
  private static final Comparator<Optional<LocalDate>> UNKNOWN_FIRST =
      Comparator.comparing(known -> known.orElse(LocalDate.MIN));

  private final CheckSummary summary;
  private final News news;
  private final FindingCounts counts;
  private final Subject subject;
  private final List<String> summaryLines;

  /// @param summaryBytes the most bytes that the summary takes with which the first mail begins
  MessageWriter(CheckSummary summary, News news, int summaryBytes) {
    this.summary = summary;
    this.news = news;
    this.counts = FindingCounts.of(news.findings());
    this.subject =
        new Subject(news, counts, summary.accounts(), Stakes.of(news.findings(), summary));
    this.summaryLines =
        SummaryText.lines(
            Finding.only(Expiring.class, news.findings()).stream()
                .filter(item -> !item.renewed())
                .toList(),
            summary,
            summaryBytes);
  }

  /// The bytes that the first message takes for its summary.
  int summaryBytes() {
    return summaryLines.stream().mapToInt(line -> RenderedFinding.Measured.of(line).bytes()).sum();
  }

  /// Writes one message.
  ///
  /// @param number the number of the message in its group, from 1
  /// @param of the number of messages in the group
  /// @param supplement its supplement, which only the last message shows
  Alert write(MessageDraft draft, int number, int of, Supplement supplement) {
    boolean last = number == of;
    return new Alert(
        news.topic(),
        subject.of(number, of),
        mail(draft, number, of, last ? supplement : Supplement.EMPTY),
        json(draft, number, of, last ? supplement : Supplement.EMPTY),
        new AlertAttributes(
            News.accountIds(draft.findings()),
            services(draft.findings()),
            FindingCounts.of(draft.findings()).minDaysLeft(),
            summary.counts().complete()),
        draft.findings());
  }

  /// The services of findings. A whole account concerns the subscribers of all its services.
  private static List<Service> services(Collection<Finding> findings) {
    EnumSet<Service> services = EnumSet.noneOf(Service.class);
    for (Finding finding : findings) {
      finding
          .place()
          .target()
          .ifPresentOrElse(
              target -> services.add(target.service()), () -> services.addAll(Service.ALL));
    }
    return List.copyOf(services);
  }

  private String json(MessageDraft draft, int number, int of, Supplement supplement) {
    return Json.compact(
        new AlertDocument(
            summary.checkDate().date().toString(),
            summary.checkDate().zone().getId(),
            summary.counts().complete(),
            new AlertDocument.PartNumber(number, of),
            CountsDocument.of(summary),
            draft.documents(Expiring.class),
            draft.documents(Unpaid.class),
            draft.documents(Unread.class),
            draft.documents(Restored.class),
            Stream.concat(
                    draft.renewed().stream(),
                    supplement.renewed().stream().map(item -> Supplement.document(item, summary)))
                .toList(),
            draft.documents(Lapsed.class),
            supplement.others().stream().map(AlertDocument.OtherTopicDocument::of).toList(),
            repeats(draft),
            NarrowingDocument.of(summary.narrowing())));
  }

  private String mail(MessageDraft draft, int number, int of, Supplement supplement) {
    boolean last = number == of;
    ReadCounts read = summary.counts();
    return new MailView(
            opening(number, of),
            draft.sections(),
            unread(draft),
            restored(draft),
            last ? supplement.renewedSection(news, summary) : Optional.empty(),
            last ? supplement.othersSection(news, summary) : Optional.empty(),
            earlier(draft),
            summary.narrowedTo(),
            last
                ? ComparisonText.of(summary.payer().reconciliation(), summary.accounts())
                : Optional.empty(),
            payerOnly(),
            draft.findings().stream().anyMatch(Finding.OfCommitment.class::isInstance),
            Wording.number(read.accountsRead()),
            Wording.count(read.accountsConfigured(), "account"),
            Wording.count(read.targetsRead(), "target"),
            Wording.count(read.active(), "active commitment"),
            Wording.day(summary.checkDate().date()),
            summary.checkDate().zone().getId(),
            summary.milestones().days().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ")),
            summary.sender().map(Sender::text))
        .text();
  }

  private MailView.Opening opening(int number, int of) {
    List<String> others = new ArrayList<>();
    if (counts.expiring() == 0) {
      unexpiring().ifPresent(others::add);
      others.add(elsewhere());
    }
    return new MailView.Opening(
        lapsed(),
        counts.lapsed() > 0 && counts.expiring() > 0,
        expiring(number == 1),
        others,
        incomplete(number == of),
        of == 1
            ? Optional.empty()
            : Optional.of(
                new MailView.PartOpening(
                    Wording.number(number),
                    Wording.number(of),
                    Wording.count(summary.totals().due(), "expiring commitment"))));
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

  private Optional<MailView.ExpiringOpening> expiring(boolean first) {
    return counts.expiring() == 0
        ? Optional.empty()
        : Optional.of(
            new MailView.ExpiringOpening(
                Wording.count(counts.expiring(), counts.expiringNoun().ofAws()),
                (counts.expiring() == 1 ? "ends " : "end ")
                    + (counts.daysLeft().isOne() ? "" : "soon, the first ")
                    + Wording.daysLeft(counts.daysLeft().first()),
                counts.expiringNoun().text(),
                stake(),
                first ? summaryLines : List.of()));
  }

  /// Writes the net savings a month that end with what is expiring.
  private Optional<String> stake() {
    return Optional.of(Stakes.of(news.findings(), summary))
        .filter(stakes -> !stakes.isEmpty())
        .map(stakes -> stakes.exact() + " a month in net savings.");
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
        ? "No other commitment is about to end than those that were told before."
        : "Elsewhere the check found "
            + Wording.count(totals.due(), "expiring commitment")
            + "; other messages tell of them.";
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

  private Optional<MailView.UnreadSection> unread(MessageDraft draft) {
    List<Unread> all = Finding.only(Unread.class, draft.findings());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Set<Place> hidden = new HashSet<>(all.stream().map(Unread::place).toList());
    draft.unread().forEach(item -> hidden.remove(item.place()));
    return Optional.of(
        new MailView.UnreadSection(
            causes(draft.unread()),
            Optional.of(PlaceCount.of(hidden))
                .filter(count -> count.total() > 0)
                .map(PlaceCount::toString)));
  }

  private List<MailView.CauseView> causes(List<Unread> examples) {
    Map<Place, LocalDate> since =
        examples.stream()
            .collect(Collectors.toMap(Unread::place, item -> item.outage().since(), (a, _) -> a));
    return examples.stream()
        .collect(
            Collectors.groupingBy(
                item -> payerKnows(item.place()),
                () -> new TreeMap<>(UNKNOWN_FIRST),
                Collectors.mapping(
                    item -> new PlaceFailure(item.place(), item.failure()), Collectors.toList())))
        .values()
        .stream()
        .flatMap(alike -> Cause.group(alike).stream())
        .map(cause ->
            new MailView.CauseView(
                cause.lines(summary.accounts()),
                cause.places().stream()
                    .map(since::get)
                    .filter(Objects::nonNull)
                    .min(LocalDate::compareTo)
                    .filter(date -> date.isBefore(summary.checkDate().date()))
                    .map(Wording::day),
                PlainText.of(cause.failure().reason()),
                PlainText.of(cause.failure().remedy()),
                payerKnows(cause.places().getFirst()).map(Wording::day)))
        .toList();
  }

  private Optional<LocalDate> payerKnows(Place place) {
    return summary.payer().reconciliation().knownUpTo(place);
  }

  /// Writes one line for each account and day since which it could not be read.
  private Optional<MailView.RestoredSection> restored(MessageDraft draft) {
    List<Restored> all = Finding.only(Restored.class, draft.findings());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> lines =
        draft.restored().stream()
            .collect(
                Collectors.groupingBy(
                    item ->
                        "%s, unreadable since %s"
                            .formatted(
                                PlainText.of(summary.accounts().labelOf(item.place())),
                                Wording.day(item.outage().since())),
                    LinkedHashMap::new,
                    Collectors.mapping(item -> item.place().part(), Collectors.joining(", "))));
    return Optional.of(
        new MailView.RestoredSection(
            lines.entrySet().stream().map(line -> line.getKey() + ": " + line.getValue()).toList(),
            Optional.of(all.size() - draft.restored().size())
                .filter(hidden -> hidden > 0)
                .map(Wording::number)));
  }

  private Optional<String> payerOnly() {
    return summary.payer().reconciliation().ofOnlySource().map(period -> Wording.day(period.to()));
  }

  /// Counts the findings of a message that another run may have announced.
  private int repeats(MessageDraft draft) {
    return (int) draft.findings().stream().filter(summary.history()::mayBeRepeat).count();
  }

  private Optional<MailView.Earlier> earlier(MessageDraft draft) {
    MailView.Earlier earlier =
        new MailView.Earlier(
            Optional.of(summary.ignored())
                .filter(count -> count > 0)
                .map(count -> Wording.count(count, "commitment")),
            Optional.of(summary.totals().announcedBefore())
                .filter(count -> count > 0)
                .map(count -> Wording.count(count, "commitment")),
            Optional.of(summary.totals().unreadKnown())
                .filter(count -> count.total() > 0)
                .map(PlaceCount::toString),
            Optional.of(repeats(draft))
                .filter(count -> count > 0)
                .map(count ->
                    count == draft.findings().size()
                        ? "this"
                        : Wording.number(count) + " of these"),
            summary.history().ledgerFailures().stream()
                .map(failure ->
                    new MailView.Doubt(
                        PlainText.of(failure.reason()), PlainText.of(failure.remedy())))
                .toList());
    return Optional.of(earlier).filter(MailView.Earlier::saysSomething);
  }
}
