package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.ledger.Outages.OpenOutage;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Records, after the alerts were sent, which places cannot be read. An outage is recorded once it
/// was announced, and removed once its end was announced: what is not announced now is announced by
/// the next run.
///
/// @param ledger the ledger in which it is recorded
/// @param atOnce the number of parallel calls to the ledger
record OutageBook(Ledger ledger, int atOnce) {
  /// The attempts to write. Two runs that write about the same account at the same moment need two;
  /// a third is never seen.
  private static final int ATTEMPTS = 4;

  OutageBook {
    requireNonNull(ledger, "ledger is null");
  }

  /// Records what has changed.
  ///
  /// @param recall the records before this run, and the findings of the run
  /// @param announced the announcements that were made
  /// @return the failures to record something
  List<Failure> write(Recall recall, Set<Announcement> announced) {
    Map<Place, OpenOutage> now = new LinkedHashMap<>();
    for (Unread unread : Finding.only(Unread.class, recall.findings())) {
      if (announced.contains(unread.announcement())) {
        now.putIfAbsent(unread.place(), OpenOutage.of(unread));
      }
    }
    Set<OpenOutage> known = new HashSet<>(recall.open());
    Map<Place, List<OpenOutage>> opened =
        byWhole(now.values().stream().filter(outage -> !known.contains(outage)));
    Set<Restored> restored =
        Finding.only(Restored.class, recall.findings()).stream()
            .filter(finding -> announced.contains(finding.announcement()))
            .collect(Collectors.toSet());
    Map<Place, List<OpenOutage>> closed =
        byWhole(
            Stream.concat(
                recall.open().stream().filter(outage -> restored.contains(outage.restored())),
                recall.replaced().stream().filter(outage -> now.containsKey(outage.place()))));
    return Parallel.map(
            Stream.concat(opened.keySet().stream(), closed.keySet().stream()).distinct().toList(),
            atOnce,
            whole ->
                write(
                    recall.before().getOrDefault(whole, Outages.none(whole)),
                    opened.getOrDefault(whole, List.of()),
                    closed.getOrDefault(whole, List.of())))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Map<Place, List<OpenOutage>> byWhole(Stream<OpenOutage> outages) {
    return outages.collect(Collectors.groupingBy(outage -> outage.place().whole()));
  }

  /// Writes the outages of one account. Another run may have written since: then its version is
  /// fetched, and changed.
  private Optional<Failure> write(
      Outages known, Collection<OpenOutage> opened, Collection<OpenOutage> closed) {
    Outages current = known;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      switch (ledger.replace(current.after(opened, closed))) {
        case Outcome.Failed<Boolean>(Failure failure) -> {
          return Optional.of(failure);
        }
        case Outcome.Found<Boolean>(Boolean written) -> {
          if (written) {
            return Optional.empty();
          }
        }
      }
      switch (ledger.outages(List.of(known.whole()))) {
        case Outcome.Failed<Map<Place, Outages>>(Failure failure) -> {
          return Optional.of(failure);
        }
        case Outcome.Found<Map<Place, Outages>>(Map<Place, Outages> found) ->
            current = found.getOrDefault(known.whole(), Outages.none(known.whole()));
      }
    }
    return Optional.of(
        new Failure(
            "dynamodb:PutItem",
            "Overtaken",
            "other runs kept writing about " + known.whole().key(),
            "see whether several schedules call the function"));
  }
}
