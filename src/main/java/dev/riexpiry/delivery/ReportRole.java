package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.ExternalId;
import dev.riexpiry.account.RemoteRole;
import dev.riexpiry.commitment.AccountId;
import java.util.Optional;

/// The role that is assumed to write the files of reports.
///
/// @param role the role; its ARN says in which account
/// @param externalId what its owner asks for, if anything
public record ReportRole(RemoteRole role, Optional<ExternalId> externalId) {
  /// @throws IllegalArgumentException if the role is known by its name only
  public ReportRole {
    requireNonNull(role, "role is null");
    requireNonNull(externalId, "externalId is null");
    if (role.accountId().isEmpty() || role.partition().isEmpty()) {
      throw new IllegalArgumentException("not the ARN of a role: " + role);
    }
  }

  /// The account that the role is in, and so the one that has to own the bucket.
  public AccountId account() {
    return role.accountId().orElseThrow();
  }

  /// The ARN of the role.
  public String arn() {
    return role.pathAndName();
  }
}
