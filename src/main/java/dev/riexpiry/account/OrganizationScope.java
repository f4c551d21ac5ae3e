package dev.riexpiry.account;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The accounts of an AWS organization that are to be read, and as whom.
///
/// @param role the role to assume in each of them but the caller's own
/// @param externalId what the roles' owners ask for, if anything
/// @param regions where to look in each
/// @param services what to look for in each, at least one
/// @param organizationalUnits ids of the units whose accounts, and those of all units below them,
///   are meant; empty means the whole organization
/// @param excluded accounts that are not read
public record OrganizationScope(
    RemoteRole role,
    Optional<ExternalId> externalId,
    RegionChoice regions,
    List<Service> services,
    List<String> organizationalUnits,
    Set<AccountId> excluded) {
  /// A scope of which everything is read.
  public OrganizationScope(
      RemoteRole role,
      Optional<ExternalId> externalId,
      RegionChoice regions,
      List<String> organizationalUnits,
      Set<AccountId> excluded) {
    this(role, externalId, regions, Service.ALL, organizationalUnits, excluded);
  }

  public OrganizationScope {
    requireNonNull(role, "role is null");
    requireNonNull(externalId, "externalId is null");
    requireNonNull(regions, "regions is null");
    services = List.copyOf(services);
    organizationalUnits = List.copyOf(organizationalUnits);
    excluded = Set.copyOf(excluded);
  }
}
