package dev.riexpiry.alert;

import dev.riexpiry.alert.Alert.AlertAttributes;
import dev.riexpiry.alert.RenderedFinding.Measured;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Acknowledgement;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.text.Json;
import dev.riexpiry.text.PlainText;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the messages of one group of readers, each from its draft.
final class MessageWriter {
  private final CheckSummary summary;
  private final News news;
  private final Subject subject;
  private final OpeningText opening;
  private final Optional<MailView.OverviewSection> overview;
  private final Optional<OverviewDocument> overviewDocument;

  /// @param summaryBytes the most bytes that the summary takes with which the first mail begins
  MessageWriter(CheckSummary summary, News news, int summaryBytes) {
    FindingCounts counts = FindingCounts.of(news.findings());
    this.summary = summary;
    this.news = news;
    this.subject =
        new Subject(news, counts, summary.accounts(), Stakes.of(news.findings(), summary));
    this.opening = OpeningText.of(news, counts, summary, summaryBytes);
    this.overview = news.overview().map(all -> OverviewText.of(all, summary));
    this.overviewDocument = news.overview().map(all -> OverviewDocument.of(all, summary));
  }

  /// The bytes that the first message takes for its summary, and for an overview.
  int summaryBytes() {
    return opening.summaryBytes()
        + overview.stream()
            .flatMap(section -> section.lines().stream())
            .mapToInt(line -> Measured.of(line).bytes())
            .sum()
        + overviewDocument.map(all -> Measured.of(Json.compact(all)).bytes()).orElse(0);
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
        draft.findings(),
        number == 1 && overview.isPresent());
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
            NarrowingDocument.of(summary.terms().narrowing()),
            number == 1 ? overviewDocument : Optional.empty(),
            List.of()));
  }

  private String mail(MessageDraft draft, int number, int of, Supplement supplement) {
    boolean last = number == of;
    ReadCounts read = summary.counts();
    return new MailView(
            opening.of(number, of),
            draft.sections(),
            PlacesText.unread(draft, summary),
            PlacesText.restored(draft, summary),
            last ? supplement.renewedSection(news, summary) : Optional.empty(),
            last ? supplement.othersSection(news, summary) : Optional.empty(),
            number == 1 ? overview : Optional.empty(),
            earlier(draft),
            summary.narrowedTo(),
            last
                ? ComparisonText.of(summary.payer().reconciliation(), summary.accounts())
                : Optional.empty(),
            payerOnly(),
            guidance(),
            draft.findings().stream().anyMatch(Finding.OfCommitment.class::isInstance),
            Wording.number(read.accountsRead()),
            Wording.count(read.accountsConfigured(), "account"),
            Wording.count(read.targetsRead(), "target"),
            Wording.count(read.active(), "active commitment"),
            Wording.day(summary.checkDate().date()),
            summary.checkDate().zone().getId(),
            summary.terms().milestones().days().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ")),
            summary.terms().sender().map(Sender::text),
            summary.terms().sender().flatMap(Sender::page))
        .text();
  }

  private Optional<String> payerOnly() {
    return summary.payer().reconciliation().ofOnlySource().map(period -> Wording.day(period.to()));
  }

  private Optional<String> guidance() {
    return GuidanceDocument.text(summary.terms().guidance(), summary.counts().notAsked());
  }

  /// Counts the findings of a message that another run may have announced.
  private int repeats(MessageDraft draft) {
    return (int) draft.findings().stream().filter(summary.history()::mayBeRepeat).count();
  }

  /// Writes `3 commitments were acknowledged and are silent, the first until 11 May 2026`.
  private Optional<String> acknowledged() {
    List<LocalDate> ends =
        summary.findings(Expiring.class).stream()
            .filter(item -> item.silenced() && !summary.history().isDue(item))
            .flatMap(item -> item.acknowledgement().stream())
            .map(Acknowledgement::until)
            .sorted()
            .distinct()
            .toList();
    int count = summary.totals().acknowledged();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            "%s %s acknowledged and %s silent%s until %s"
                .formatted(
                    Wording.count(count, "commitment"),
                    count == 1 ? "was" : "were",
                    count == 1 ? "is" : "are",
                    ends.size() == 1 ? "" : ", the first",
                    Wording.day(ends.getFirst())));
  }

  private Optional<MailView.Earlier> earlier(MessageDraft draft) {
    MailView.Earlier earlier =
        new MailView.Earlier(
            Optional.of(summary.found().ignored())
                .filter(count -> count > 0)
                .map(count -> Wording.count(count, "commitment")),
            acknowledged(),
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
