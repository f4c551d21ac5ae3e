package dev.riexpiry.ledger;



import dev.riexpiry.finding.Unreadable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What became of the places that could not be read, from one run to the next.
///
/// @param now the places that cannot be read now, since when and why
/// @param recovered the gaps that are gone
/// @param replaced gaps that were gone, as people may have heard, and are there again as new ones
public record GapChanges(
    Map<GapPlace, OpenGap> now, List<OpenGap> recovered, List<OpenGap> replaced) {
  /// Nothing that could not be read.
  public static final GapChanges NONE = new GapChanges(Map.of(), List.of(), List.of());

  public GapChanges {
    now = Map.copyOf(now);
    recovered = recovered.stream().sorted(Comparator.comparing(gap -> gap.place().key())).toList();
    replaced = List.copyOf(replaced);
  }

  /// Compares what was remembered with what a run found. While a whole account cannot be entered,
  /// nothing is known of its targets: their gaps neither open nor close.
  ///
  /// @param before what was remembered of the accounts that were looked at, and of no other
  /// @param ended tells of a remembered gap whether people may have heard that it is gone; one that
  ///   is there all the same is a new one
  /// @param unreadable what the run could not read
  /// @param date the check date
  public static GapChanges of(
      Map<GapPlace, OpenGaps> before,
      Predicate<OpenGap> ended,
      Collection<Unreadable> unreadable,
      LocalDate date) {
    Map<GapPlace, OpenGap> now = new LinkedHashMap<>();
    for (Unreadable item : unreadable) {
      GapPlace place = GapPlace.of(item);
      now.computeIfAbsent(
          place, _ -> gap(place, item.failure().code(), known(before, place), ended, date));
    }
    Set<GapPlace> closed =
        now.keySet().stream().filter(place -> !place.isTarget()).collect(Collectors.toSet());
    List<OpenGap> recovered =
        before.values().stream()
            .flatMap(gaps -> gaps.gaps().values().stream())
            .filter(gap -> !now.containsKey(gap.place()))
            .filter(gap -> !closed.contains(gap.place().holder()))
            .toList();
    List<OpenGap> replaced =
        now.keySet().stream()
            .flatMap(place -> known(before, place).stream())
            .filter(ended)
            .toList();
    return new GapChanges(now, recovered, replaced);
  }

  /// The same, with no more than the first of the gaps that are gone.
  public GapChanges withFirstRecovered(int count) {
    return new GapChanges(now, recovered.subList(0, Math.min(count, recovered.size())), replaced);
  }

  /// The one that is remembered, or else the first of the day of which nobody heard that it is
  /// gone.
  private static OpenGap gap(
      GapPlace place,
      String code,
      Optional<OpenGap> known,
      Predicate<OpenGap> ended,
      LocalDate date) {
    return Stream.concat(known.map(OpenGap::start).stream(), GapStart.of(date).stream())
        .map(start -> new OpenGap(place, start, code))
        .filter(ended.negate())
        .findFirst()
        .orElse(new OpenGap(place, GapStart.lastOf(date), code));
  }

  private static Optional<OpenGap> known(Map<GapPlace, OpenGaps> before, GapPlace place) {
    return Optional.ofNullable(before.get(place.holder())).map(gaps -> gaps.gaps().get(place));
  }
}
