package dev.riexpiry.verify;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.PayerScope;
import dev.riexpiry.delivery.ReportPlace;
import dev.riexpiry.delivery.ReportStore;
import dev.riexpiry.delivery.ReportStore.Shelf;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Identity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Signs in to where reports are written, and writes nothing.
///
/// @param store signs in
/// @param place where they are written
/// @param costs asks for the costs that they show, where there is a payer
public record ReportTrials(ReportStore store, ReportPlace place, CostTrials costs) {
  public ReportTrials {
    requireNonNull(store, "store is null");
    requireNonNull(place, "place is null");
    requireNonNull(costs, "costs is null");
  }

  /// @param caller whose the caller's own credentials are
  /// @param payer whom the costs are asked of, if there is one
  List<Trial> run(Outcome<Identity> caller, Optional<PayerScope> payer) {
    return Stream.concat(
            written(caller).stream(), payer.map(costs::run).stream().flatMap(List::stream))
        .toList();
  }

  private List<Trial> written(Outcome<Identity> caller) {
    if (place.role().isEmpty() && caller.failure().isPresent()) {
      return List.of(trial(Trial.HANGS_ON_IDENTITY));
    }
    return switch (store.open(place)) {
      case Outcome.Failed<Shelf>(Failure failure) -> List.of(trial(Verdict.of(failure)));
      case Outcome.Found<Shelf>(Shelf shelf) -> tried(shelf);
    };
  }

  private List<Trial> tried(Shelf shelf) {
    Trial untried =
        trial(
            new Verdict.Untried(
                "s3:PutObject would write; the bucket has to be one of account " + shelf.owner(),
                "write a report there: report --to %s, with the same --report- options"
                    .formatted(place.location())));
    return place
        .role()
        .map(role ->
            List.of(trial(new Verdict.Works("%s can be assumed".formatted(role.arn()))), untried))
        .orElseGet(() -> List.of(untried));
  }

  private Trial trial(Verdict verdict) {
    return Trial.of(TrialKind.REPORT, place.location().toString(), verdict);
  }
}
