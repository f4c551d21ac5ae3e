package dev.riexpiry.cost;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import java.util.Optional;

/// What Cost Explorer is asked for: the costs of days, by account and service.
///
/// @param only the one account whose costs count; empty for all that the asked one pays for
public record CostQuestion(CostDays days, CostMetric metric, Optional<AccountId> only) {
  public static final String ACTION = "ce:GetCostAndUsage";

  public CostQuestion {
    requireNonNull(days, "days is null");
    requireNonNull(metric, "metric is null");
    requireNonNull(only, "only is null");
  }
}
