package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Overview;
import java.util.Optional;

/// The one turn that the overview of a run has: with the first message to the default topic, or by
/// itself. What became of it is known once it was taken.
final class OverviewTurn {
  private final Optional<Overview> overview;
  private Optional<Receipt.Result> result = Optional.empty();

  /// @param overview what is to be told, if anything is
  OverviewTurn(Optional<Overview> overview) {
    this.overview = requireNonNull(overview, "overview is null");
  }

  /// The overview, as long as nobody has tried to send it.
  Optional<Overview> open() {
    return overview.filter(_ -> result.isEmpty());
  }

  /// Notes what became of the message that had it.
  void note(Receipt.Result became) {
    result = Optional.of(became);
  }

  /// What became of it; empty if nobody has tried to send it.
  Optional<Receipt.Result> result() {
    return result;
  }
}
