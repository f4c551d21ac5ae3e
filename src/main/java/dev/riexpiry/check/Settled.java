package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.ReadCounts;
import dev.riexpiry.finding.Unread;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The findings of a run without what is settled: places of which AWS says that it offers nothing
/// there, and people were told so. They stay in the report, and the check is complete without them.
/// Where no ledger knows what was told, nothing is settled.
///
/// @param findings the others, in their order
/// @param counts how much was read, the settled places counting as nothing
/// @param notOffered the settled places
record Settled(List<Finding> findings, ReadCounts counts, List<Unread> notOffered) {
  Settled {
    findings = List.copyOf(findings);
    requireNonNull(counts, "counts is null");
    notOffered = List.copyOf(notOffered);
  }

  /// @param history which of the findings were announced before
  static Settled of(List<Finding> findings, ReadCounts counts, History history) {
    Predicate<Unread> told = unread -> unread.failure().isNotOffered() && !history.isDue(unread);
    List<Unread> unread = Finding.only(Unread.class, findings);
    Set<Place> open =
        unread.stream().filter(told.negate()).map(Unread::place).collect(Collectors.toSet());
    List<Unread> settled =
        unread.stream().filter(told.and(item -> !open.contains(item.place()))).toList();
    Set<Place> places = settled.stream().map(Unread::place).collect(Collectors.toSet());
    return new Settled(
        findings.stream()
            .filter(finding -> !(finding instanceof Unread item) || !places.contains(item.place()))
            .toList(),
        counts.withoutUnreadable(places.size()),
        settled);
  }
}
