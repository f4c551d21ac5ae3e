package dev.riexpiry.alert;

import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.AccountLabels;
import java.util.Optional;

/// The members that every commitment has in JSON. Names and order are a contract: they only grow.
record CommitmentDocument(
    String accountId,
    String accountName,
    Optional<String> organizationalUnit,
    String region,
    String service,
    String commitmentId,
    String state,
    String resourceType,
    String description,
    int quantity,
    String start,
    String end) {
  static CommitmentDocument of(Commitment commitment, AccountLabels accounts) {
    AccountLabel account = accounts.of(commitment.accountId());
    return new CommitmentDocument(
        account.id().value(),
        account.name(),
        account.organizationalUnit(),
        commitment.region(),
        commitment.service().id(),
        commitment.id(),
        commitment.state().text(),
        commitment.covered().resourceType(),
        commitment.description(),
        commitment.covered().quantity(),
        commitment.start().toString(),
        commitment.end().toString());
  }
}
