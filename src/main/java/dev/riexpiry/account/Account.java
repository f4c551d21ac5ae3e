package dev.riexpiry.account;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import java.util.Optional;

/// An account to read.
///
/// @param name what people call it
/// @param id its id
/// @param role the role to assume there; none means that the caller's own credentials are used
/// @param externalId what the role's owner asks for, if anything
/// @param regions where to look
public record Account(
    String name,
    AccountId id,
    Optional<RemoteRole> role,
    Optional<ExternalId> externalId,
    RegionChoice regions) {
  public Account {
    requireNonNull(name, "name is null");
    requireNonNull(id, "id is null");
    requireNonNull(role, "role is null");
    requireNonNull(externalId, "externalId is null");
    requireNonNull(regions, "regions is null");
  }
}
