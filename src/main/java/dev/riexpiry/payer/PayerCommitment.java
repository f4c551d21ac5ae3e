package dev.riexpiry.payer;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Usage;
import dev.riexpiry.finding.Worth;
import java.util.Optional;

/// A commitment as Cost Explorer knows it.
///
/// @param commitment the commitment; where Cost Explorer gives neither its service's id nor an ARN,
///   its id is a number of Cost Explorer's own
/// @param named whether its id is that of its service
/// @param account the account that owns it, as people know it
/// @param usage how much of it was used
/// @param worth what it costs and saves
public record PayerCommitment(
    Commitment commitment,
    boolean named,
    AccountLabel account,
    Optional<Usage> usage,
    Worth worth) {
  public PayerCommitment {
    requireNonNull(commitment, "commitment is null");
    requireNonNull(account, "account is null");
    requireNonNull(usage, "usage is null");
    requireNonNull(worth, "worth is null");
  }
}
