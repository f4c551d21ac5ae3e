package dev.riexpiry.account;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The accounts of an AWS organization that are to be read, and with which role.
///
/// @param role the role to assume in each of them but the caller's own
/// @param externalId the external id that the roles' owners ask for, if any
/// @param regions the regions to read in each
/// @param services the services to read in each, at least one
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
  /// Makes a scope of which everything is read.
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
