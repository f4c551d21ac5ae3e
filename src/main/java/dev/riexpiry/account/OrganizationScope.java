package dev.riexpiry.account;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The accounts of an AWS organization that are to be read, and as whom.
///
/// @param role the role to assume in each of them but the caller's own
/// @param externalId what the roles' owners ask for, if anything
/// @param regions where to look in each
/// @param organizationalUnits ids of the units whose accounts, and those of all units below them,
///   are meant; empty means the whole organization
/// @param excluded accounts that are not read
public record OrganizationScope(
    RemoteRole role,
    Optional<ExternalId> externalId,
    RegionChoice regions,
    List<String> organizationalUnits,
    Set<AccountId> excluded) {
  public OrganizationScope {
    requireNonNull(role, "role is null");
    requireNonNull(externalId, "externalId is null");
    requireNonNull(regions, "regions is null");
    organizationalUnits = List.copyOf(organizationalUnits);
    excluded = Set.copyOf(excluded);
  }
}
