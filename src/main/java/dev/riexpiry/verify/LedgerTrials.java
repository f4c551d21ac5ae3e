package dev.riexpiry.verify;

import dev.riexpiry.finding.Place;
import dev.riexpiry.ledger.Ledger;
import java.util.List;

/// Reads the ledger once, and writes nothing.
///
/// @param ledger the ledger
record LedgerTrials(Ledger ledger) {
  List<Trial> run() {
    return ledger
        .outages(List.of(new Place.Organization()))
        .failure()
        .map(failure -> List.of(trial(Verdict.of(failure))))
        .orElseGet(() ->
            List.of(
                trial(new Verdict.Works("dynamodb:BatchGetItem")),
                trial(
                    new Verdict.Untried(
                        "dynamodb:PutItem and dynamodb:UpdateItem would write",
                        "the first check that tells somebody something tries them; it fails, and"
                            + " says so, if they are not allowed"))));
  }

  private Trial trial(Verdict verdict) {
    return Trial.of(TrialKind.LEDGER, ledger.name(), verdict);
  }
}
