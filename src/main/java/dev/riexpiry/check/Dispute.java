package dev.riexpiry.check;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.finding.Difference;
import dev.riexpiry.finding.Difference.Reason;
import dev.riexpiry.payer.Join;
import dev.riexpiry.payer.Window;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what an account and the payer say differently of the same commitment. What has changed
/// since the payer's window ended, only the account can know.
///
/// @param now when the payer was asked
/// @param window the time of which the payer speaks
record Dispute(Instant now, Window window) {
  /// The first thing that the two say differently; empty if they agree.
  Optional<Difference> of(Join.Pair pair) {
    Commitment here = pair.account();
    Commitment there = pair.payer().commitment();
    boolean isNew =
        !here.state().live() && here.end().isAfter(window.end()) && !here.end().isAfter(now);
    if (isNew || !isSettled(here.state())) {
      return Optional.empty();
    }
    return Stream.<Optional<Difference>>of(
            quantity(here, there), state(here, there), end(here, there))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isSettled(CommitmentState state) {
    return switch (state) {
      case Known.ACTIVE, Known.EXCHANGING, Known.PENDING_RETURN, Known.RETIRED, Known.EXPIRED ->
          true;
      case Known _, CommitmentState.Unknown _ -> false;
    };
  }

  private static Optional<Difference> quantity(Commitment here, Commitment there) {
    return here.covered().quantity() == there.covered().quantity()
        ? Optional.empty()
        : Optional.of(
            disputed(
                here,
                Reason.QUANTITY,
                "quantity %s in the account, %s for the payer"
                    .formatted(here.covered().quantity(), there.covered().quantity())));
  }

  private Optional<Difference> state(Commitment here, Commitment there) {
    return isOver(here) == isOver(there)
        ? Optional.empty()
        : Optional.of(
            disputed(
                here,
                Reason.STATE,
                "%s in the account, %s for the payer"
                    .formatted(here.state().text(), there.state().text())));
  }

  private static Optional<Difference> end(Commitment here, Commitment there) {
    return Join.isNear(here.end(), there.end())
        ? Optional.empty()
        : Optional.of(
            disputed(
                here,
                Reason.END,
                "ends %s in the account, %s for the payer".formatted(here.end(), there.end())));
  }

  private static Difference disputed(Commitment commitment, Reason reason, String detail) {
    return new Difference(
        commitment,
        reason,
        detail,
        "look it up in the account's console; what the account says counts here");
  }

  private boolean isOver(Commitment commitment) {
    return !commitment.state().live() || !commitment.end().isAfter(now);
  }
}
