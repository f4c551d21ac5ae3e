package dev.riexpiry.verify;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.PayerScope;
import dev.riexpiry.cost.CostAndUsage;
import dev.riexpiry.cost.CostAndUsage.Page;
import dev.riexpiry.cost.CostAndUsage.Session;
import dev.riexpiry.cost.CostDays;
import dev.riexpiry.cost.CostMetric;
import dev.riexpiry.cost.CostQuestion;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Asks the payer for the costs of yesterday, as a report would for its chart: one request, of a
/// cent (USD).
///
/// @param costs asks
/// @param clock says what day it is
public record CostTrials(CostAndUsage costs, InstantSource clock) {
  public CostTrials {
    requireNonNull(costs, "costs is null");
    requireNonNull(clock, "clock is null");
  }

  /// Empty if nobody can sign in to the payer, which is a trial of its own.
  List<Trial> run(PayerScope payer) {
    return switch (costs.signIn(payer, Optional.empty())) {
      case Outcome.Failed<Session> _ -> List.of();
      case Outcome.Found<Session>(Session session) ->
          List.of(Trial.of(TrialKind.COSTS, session.account().value(), asked(session)));
    };
  }

  private Verdict asked(Session session) {
    CostQuestion question =
        new CostQuestion(
            CostDays.before(clock.instant(), 1), CostMetric.AMORTIZED, Optional.empty());
    return switch (session.page(question, Optional.empty())) {
      case Outcome.Found<Page> _ -> new Verdict.Works(CostQuestion.ACTION);
      case Outcome.Failed<Page>(Failure failure) -> Verdict.of(failure);
    };
  }
}
