package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.ledger.Outages.OpenOutage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The records of a ledger about the findings of a run, before the run announced anything.
///
/// @param history which of the findings were announced before
/// @param findings in their order: each outage with the beginning that is recorded of it, and the
///   places that are restored
/// @param before the outages that are recorded of the accounts that were read
/// @param replaced recorded outages that may have been announced as restored, and that have begun
///   again as new ones
/// @param perhapsAnnounced the restorations that another run may have announced, which died before
///   it recorded them
public record Recall(
    History history,
    List<Finding> findings,
    Map<Place, Outages> before,
    List<OpenOutage> replaced,
    Set<Announcement> perhapsAnnounced) {
  public Recall {
    requireNonNull(history, "history is null");
    findings = List.copyOf(findings);
    before = Map.copyOf(before);
    replaced = List.copyOf(replaced);
    perhapsAnnounced = Set.copyOf(perhapsAnnounced);
  }

  /// The same records without what is restored outside of what was looked at: that a place was not
  /// asked does not mean that it can be read.
  public Recall onlyIn(Predicate<Place> looksAt) {
    return new Recall(
        history,
        findings.stream()
            .filter(finding -> !(finding instanceof Restored) || looksAt.test(finding.place()))
            .toList(),
        before,
        replaced,
        perhapsAnnounced);
  }

  /// All outages that are recorded.
  List<OpenOutage> open() {
    return open(before.values());
  }

  static List<OpenOutage> open(Collection<Outages> outages) {
    return outages.stream().flatMap(known -> known.open().values().stream()).toList();
  }
}
