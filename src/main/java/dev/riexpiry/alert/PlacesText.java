package dev.riexpiry.alert;

import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.PlaceFailure;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.text.PlainText;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes the sections of a mail about places that could not be read, and that can be read again.
final class PlacesText {
  private static final Comparator<Optional<LocalDate>> UNKNOWN_FIRST =
      Comparator.comparing(known -> known.orElse(LocalDate.MIN));

  private PlacesText() {}

  static Optional<MailView.UnreadSection> unread(MessageDraft draft, CheckSummary summary) {
    List<Unread> all = Finding.only(Unread.class, draft.findings());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Set<Place> hidden = new HashSet<>(all.stream().map(Unread::place).toList());
    draft.unread().forEach(item -> hidden.remove(item.place()));
    return Optional.of(
        new MailView.UnreadSection(
            causes(draft.unread(), summary),
            Optional.of(PlaceCount.of(hidden))
                .filter(count -> count.total() > 0)
                .map(PlaceCount::toString)));
  }

  private static List<MailView.CauseView> causes(List<Unread> examples, CheckSummary summary) {
    Map<Place, LocalDate> since =
        examples.stream()
            .collect(Collectors.toMap(Unread::place, item -> item.outage().since(), (a, _) -> a));
    return examples.stream()
        .collect(
            Collectors.groupingBy(
                item -> summary.payer().reconciliation().knownUpTo(item.place()),
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
                summary
                    .payer()
                    .reconciliation()
                    .knownUpTo(cause.places().getFirst())
                    .map(Wording::day)))
        .toList();
  }

  /// Writes one line for each account and day since which it could not be read.
  static Optional<MailView.RestoredSection> restored(MessageDraft draft, CheckSummary summary) {
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
}
