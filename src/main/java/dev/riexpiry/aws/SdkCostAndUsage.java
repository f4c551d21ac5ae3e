package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.PayerScope;
import dev.riexpiry.cost.CostAndUsage;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.sweep.Identity;
import java.util.Optional;

/// Signs in to accounts to ask what they paid.
final class SdkCostAndUsage implements CostAndUsage {
  private final SdkCostExplorer explorer;

  /// @param clients the SDK clients
  SdkCostAndUsage(AwsClients clients) {
    this.explorer = new SdkCostExplorer(requireNonNull(clients, "clients is null"));
  }

  @Override
  public Outcome<Session> signIn(PayerScope account, Optional<Outcome<Identity>> caller) {
    return explorer.enter(account, caller).map(CostAndUsageSession::new);
  }
}
