package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Outage;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.Place;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import dev.riexpiry.ledger.Outages.OpenOutage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks a ledger for its records about the findings of one run. Where it cannot be asked, a finding
/// counts as not announced, and the failure is kept.
final class Recollection {
  private final Ledger ledger;
  private final LocalDate date;
  private final Milestones milestones;
  private final List<Failure> ledgerFailures = new ArrayList<>();
  private final Map<Announcement, LedgerEntry> announced = new HashMap<>();
  private final Set<Announcement> claimed = new HashSet<>();

  /// The current announcements of commitments of which a tighter milestone was announced: a run of
  /// an earlier day, which comes late, does not tell people of more days than they know of.
  private final Set<Announcement> outrun = new HashSet<>();

  /// @param date the check date
  Recollection(Ledger ledger, LocalDate date, Milestones milestones) {
    this.ledger = requireNonNull(ledger, "ledger is null");
    this.date = requireNonNull(date, "date is null");
    this.milestones = requireNonNull(milestones, "milestones is null");
  }

  /// Asks for everything that is recorded, outages included. Called once.
  ///
  /// @param found what the run has found
  /// @param wholes the accounts that were read, and the organization if it was
  /// @param others the channels that may have announced the end of an outage by themselves
  Recall of(List<Finding> found, Collection<Place> wholes, List<Channel> others) {
    List<Finding> findings = withAcknowledgements(found);
    Optional<Map<Place, Outages>> recordedOutages = found(ledger.outages(wholes));
    Map<Place, Outages> before = recordedOutages.orElse(Map.of());
    List<OpenOutage> open = Recall.open(before.values());
    Optional<LedgerEntries> entries =
        entries(
            Stream.concat(
                    findings.stream().filter(Recollection::isAsked),
                    Stream.concat(
                        open.stream().map(OpenOutage::restored),
                        restoredToday(findings, recordedOutages)))
                .flatMap(Recollection::names)
                .collect(Collectors.toSet()));
    Optional<LedgerEntries> ends =
        ends(
            entries,
            Stream.concat(
                    open.stream().map(OpenOutage::restored),
                    restoredToday(findings, recordedOutages))
                .map(Finding::announcement)
                .collect(Collectors.toSet()),
            others);
    List<Finding> known = resolved(findings, open, ends);
    entries(announcements(Finding.only(Unread.class, known)));
    Set<Place> unread = places(known);
    return new Recall(
        historyOf(known),
        known,
        before,
        open.stream()
            .filter(outage -> unread.contains(outage.place()))
            .filter(outage -> mayHaveEnded(outage.restored(), ends))
            .toList(),
        open.stream()
            .map(OpenOutage::restored)
            .filter(restored -> mayHaveEnded(restored, entries))
            .map(Finding::announcement)
            .collect(Collectors.toSet()));
  }

  /// Puts the acknowledgements that are in force into the findings. Where they are not known,
  /// nobody has acknowledged anything.
  private List<Finding> withAcknowledgements(List<Finding> findings) {
    List<Expiring> expiring = Finding.only(Expiring.class, findings);
    if (expiring.isEmpty()) {
      return findings;
    }
    Map<String, Acknowledged> decisions =
        found(
                ledger.acknowledgements(
                    expiring.stream().map(Expiring::commitmentKey).collect(Collectors.toSet())))
            .orElse(Map.of());
    return findings.stream()
        .map(finding ->
            finding instanceof Expiring item
                ? Optional.ofNullable(decisions.get(item.commitmentKey()))
                    .filter(known -> known.silences(item.commitment().end(), date))
                    .map(known -> item.with(known.decision()))
                    .orElse(item)
                : finding)
        .toList();
  }

  /// Adds what other channels have announced of the ends of outages. Where one of them has told of
  /// an end, what follows is a new outage for all.
  private Optional<LedgerEntries> ends(
      Optional<LedgerEntries> entries, Set<Announcement> ends, List<Channel> others) {
    Optional<LedgerEntries> all = entries;
    for (Channel other : others) {
      Optional<LedgerEntries> told =
          ends.isEmpty()
              ? Optional.of(LedgerEntries.NONE)
              : found(new ChannelLedger(ledger, other).entries(ends));
      all = all.flatMap(known -> told.map(known::and));
    }
    return all;
  }

  /// Asks which of the findings were announced, if their outages are known. Called once.
  History history(List<Finding> known) {
    entries(
        known.stream()
            .filter(Finding::isTold)
            .flatMap(Recollection::names)
            .collect(Collectors.toSet()));
    return historyOf(known);
  }

  private History historyOf(List<Finding> known) {
    Map<Announcement, LocalDate> first = firstAnnounced(Finding.only(Expiring.class, known));
    Set<Announcement> notDue = new HashSet<>(announced.keySet());
    notDue.addAll(outrun);
    return new History(true, first, notDue, claimed, Set.of(), ledgerFailures);
  }

  /// Puts the recorded outages into the findings, and adds the places that are restored. While a
  /// whole account cannot be entered, nothing is known of its targets: their outages neither begin
  /// nor end.
  private List<Finding> resolved(
      List<Finding> findings, List<OpenOutage> open, Optional<LedgerEntries> entries) {
    Map<Place, Outage> recorded =
        open.stream().collect(Collectors.toMap(OpenOutage::place, OpenOutage::outage));
    Map<Place, Outage> outages = new HashMap<>();
    Set<Place> unread = places(findings);
    return Stream.concat(
            findings.stream()
                .map(finding ->
                    finding instanceof Unread item
                        ? Unread.on(
                            date,
                            item.place(),
                            item.failure(),
                            outages.computeIfAbsent(
                                item.place(),
                                place ->
                                    outage(
                                        place, Optional.ofNullable(recorded.get(place)), entries)))
                        : finding),
            open.stream()
                .filter(outage -> !unread.contains(outage.place()))
                .filter(outage -> !unread.contains(outage.place().whole()))
                .map(OpenOutage::restored))
        .sorted(Finding::compare)
        .toList();
  }

  /// The outage that is recorded, or else the first of the day of which no end was announced.
  private Outage outage(Place place, Optional<Outage> recorded, Optional<LedgerEntries> entries) {
    return Stream.concat(recorded.stream(), Outage.of(date).stream())
        .filter(outage -> !mayHaveEnded(new Restored(place, outage), entries))
        .findFirst()
        .orElse(Outage.lastOf(date));
  }

  /// The restorations that may have been announced on the day itself of places that cannot be read.
  /// Where it is certain that nothing is recorded of an account, no outage of it was ever
  /// announced.
  ///
  /// @param recordedOutages empty if they are not known
  private Stream<Restored> restoredToday(
      List<Finding> findings, Optional<Map<Place, Outages>> recordedOutages) {
    return places(findings).stream()
        .filter(
            place -> recordedOutages.map(known -> known.containsKey(place.whole())).orElse(true))
        .flatMap(place -> Outage.of(date).stream().map(outage -> new Restored(place, outage)));
  }

  /// Tells whether the end of an outage may have been announced. Where that is not known, a place
  /// that cannot be read is announced as a new one rather than kept back.
  private static boolean mayHaveEnded(Restored restored, Optional<LedgerEntries> entries) {
    Announcement announcement = restored.announcement();
    return entries
        .map(known ->
            known.announced().containsKey(announcement) || known.claimed().contains(announcement))
        .orElse(true);
  }

  /// Finds the day on which each expiring commitment was first announced: at its current milestone,
  /// or at another one; and which of them were announced at a tighter one.
  private Map<Announcement, LocalDate> firstAnnounced(List<Expiring> expiring) {
    Map<Announcement, LocalDate> first = new HashMap<>();
    Map<Announcement, Announcement> currentOf = new HashMap<>();
    Set<Announcement> tighter = new HashSet<>();
    for (Expiring item : expiring.stream().filter(Finding::needsAction).toList()) {
      Announcement current = item.announcement();
      LedgerEntry known = announced.get(current);
      if (known != null) {
        first.put(current, known.first());
        continue;
      }
      for (int days : milestones.days()) {
        item.announcementsAt(days)
            .filter(other -> !other.equals(current))
            .forEach(other -> currentOf.put(other, current));
        if (days < item.milestone()) {
          item.announcementsAt(days).findFirst().ifPresent(tighter::add);
        }
      }
    }
    found(ledger.entries(currentOf.keySet()))
        .orElse(LedgerEntries.NONE)
        .announced()
        .forEach((announcement, entry) -> {
          Announcement current = requireNonNull(currentOf.get(announcement), "not asked for");
          first.merge(current, entry.first(), (a, b) -> a.isBefore(b) ? a : b);
          if (tighter.contains(announcement)) {
            outrun.add(current);
          }
        });
    return first;
  }

  /// Tells whether the ledger is asked about a finding from the first. What is not told needs no
  /// record, and the beginning of an outage is not known yet.
  private static boolean isAsked(Finding finding) {
    return finding.isTold() && !(finding instanceof Unread);
  }

  /// The announcements under which people may have been told of a finding.
  private static Stream<Announcement> names(Finding finding) {
    return Stream.concat(
        Stream.of(finding.announcement()), finding.earlier().stream().flatMap(Set::stream));
  }

  private Optional<LedgerEntries> entries(Set<Announcement> announcements) {
    Optional<LedgerEntries> entries = found(ledger.entries(announcements));
    entries.ifPresent(known -> {
      announced.putAll(known.announced());
      claimed.addAll(known.claimed());
    });
    return entries;
  }

  private <T> Optional<T> found(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Found<T>(T value) -> Optional.of(value);
      case Outcome.Failed<T>(Failure failure) -> {
        ledgerFailures.add(failure);
        yield Optional.empty();
      }
    };
  }

  private static Set<Announcement> announcements(Collection<? extends Finding> findings) {
    return findings.stream().map(Finding::announcement).collect(Collectors.toSet());
  }

  private static Set<Place> places(Collection<Finding> findings) {
    return new HashSet<>(Finding.only(Unread.class, findings).stream().map(Unread::place).toList());
  }
}
