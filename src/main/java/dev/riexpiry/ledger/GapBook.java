package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes down, after the telling, which places cannot be read. A gap is written once it was told
/// of, and struck out once its end was: so that whatever is not told now is told by the next run.
///
/// @param ledger where it is written
/// @param atOnce how many calls to it at once
public record GapBook(Ledger ledger, int atOnce) {
  /// Two runs that write about the same account at the same moment; a third attempt is never seen.
  private static final int ATTEMPTS = 4;

  public GapBook {
    requireNonNull(ledger, "ledger is null");
  }

  /// Writes what has changed.
  ///
  /// @param before what was remembered
  /// @param changes what the run found
  /// @param told which gaps and recoveries people know of
  /// @return why something could not be written
  public List<Failure> write(
      Map<GapPlace, OpenGaps> before, GapChanges changes, Set<OpenGap> told) {
    Map<GapPlace, List<OpenGap>> open =
        changes.now().values().stream()
            .filter(told::contains)
            .filter(gap -> !known(before, gap.place()).equals(Optional.of(gap)))
            .collect(Collectors.groupingBy(gap -> gap.place().holder()));
    Map<GapPlace, List<OpenGap>> closed =
        Stream.concat(
                changes.recovered().stream().filter(told::contains),
                changes.replaced().stream()
                    .filter(gap -> isTold(changes.now().get(gap.place()), told)))
            .collect(Collectors.groupingBy(gap -> gap.place().holder()));
    List<GapPlace> holders =
        Stream.concat(open.keySet().stream(), closed.keySet().stream()).distinct().toList();
    return AtOnce.map(
            holders,
            atOnce,
            holder ->
                write(
                    before.getOrDefault(holder, OpenGaps.none(holder)),
                    open.getOrDefault(holder, List.of()),
                    closed.getOrDefault(holder, List.of())))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isTold(@Nullable OpenGap gap, Set<OpenGap> told) {
    return gap != null && told.contains(gap);
  }

  private static Optional<OpenGap> known(Map<GapPlace, OpenGaps> before, GapPlace place) {
    return Optional.ofNullable(before.get(place.holder()))
        .flatMap(gaps -> Optional.ofNullable(gaps.gaps().get(place)));
  }

  /// Another run may have written since: then its version is fetched, and changed.
  private Optional<Failure> write(OpenGaps known, List<OpenGap> open, List<OpenGap> closed) {
    OpenGaps current = known;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      switch (ledger.replace(current.after(open, closed))) {
        case Outcome.Failed<Boolean>(Failure failure) -> {
          return Optional.of(failure);
        }
        case Outcome.Found<Boolean>(Boolean written) -> {
          if (written) {
            return Optional.empty();
          }
        }
      }
      switch (ledger.gaps(List.of(known.holder()))) {
        case Outcome.Failed<Map<GapPlace, OpenGaps>>(Failure failure) -> {
          return Optional.of(failure);
        }
        case Outcome.Found<Map<GapPlace, OpenGaps>>(Map<GapPlace, OpenGaps> found) ->
            current = found.getOrDefault(known.holder(), OpenGaps.none(known.holder()));
      }
    }
    return Optional.of(
        new Failure(
            "dynamodb:PutItem",
            "Overtaken",
            "other runs kept writing about " + known.holder().key(),
            "see whether several schedules call the function"));
  }
}
