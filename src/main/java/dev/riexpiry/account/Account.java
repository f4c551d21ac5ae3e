package dev.riexpiry.account;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.input.TopicArn;
import java.util.List;
import java.util.Optional;

/// An account to read.
///
/// @param name what people call it
/// @param id its id
/// @param role the role to assume there; none means that the caller's own credentials are used
/// @param externalId the external id that the role's owner asks for, if any
/// @param regions the regions to read
/// @param services the services to read, at least one, in the order of reports
/// @param organizationalUnit the names of the organizational units it is in, from the root down
///   with slashes between them; empty where the organization was not asked
/// @param topicArn the topic of its alerts, if that is not the default one
public record Account(
    String name,
    AccountId id,
    Optional<RemoteRole> role,
    Optional<ExternalId> externalId,
    RegionChoice regions,
    List<Service> services,
    Optional<String> organizationalUnit,
    Optional<TopicArn> topicArn) {
  /// Makes an account of which everything is read, with the default topic for its alerts.
  public Account(
      String name,
      AccountId id,
      Optional<RemoteRole> role,
      Optional<ExternalId> externalId,
      RegionChoice regions,
      Optional<String> organizationalUnit) {
    this(name, id, role, externalId, regions, Service.ALL, organizationalUnit, Optional.empty());
  }

  /// @throws IllegalArgumentException if no service is named
  public Account {
    requireNonNull(name, "name is null");
    requireNonNull(id, "id is null");
    requireNonNull(role, "role is null");
    requireNonNull(externalId, "externalId is null");
    requireNonNull(regions, "regions is null");
    requireNonNull(organizationalUnit, "organizationalUnit is null");
    requireNonNull(topicArn, "topicArn is null");
    services = services.stream().distinct().sorted().toList();
    if (services.isEmpty()) {
      throw new IllegalArgumentException("no service to look for");
    }
  }

  /// The account of the caller's own credentials, of which everything is read in all its regions.
  public static Account own(AccountId id) {
    return new Account(
        "own account",
        id,
        Optional.empty(),
        Optional.empty(),
        new RegionChoice.AllEnabled(),
        Optional.empty());
  }

  /// The label of the account.
  public AccountLabel label() {
    return new AccountLabel(id, name, organizationalUnit);
  }

  /// The same account, of which only a part is read; empty if that is nothing of it.
  ///
  /// @param someRegions the regions, [Service#GLOBAL] for what is asked for once an account; all if
  ///   empty
  /// @param someServices the services; all if empty
  public Optional<Account> among(List<String> someRegions, List<Service> someServices) {
    Optional<RegionChoice> left =
        someRegions.isEmpty() ? Optional.of(regions) : regions.among(someRegions);
    List<Service> read =
        services.stream()
            .filter(service -> someServices.isEmpty() || someServices.contains(service))
            .filter(service ->
                service.global()
                    ? someRegions.isEmpty() || someRegions.contains(Service.GLOBAL)
                    : left.isPresent())
            .toList();
    return read.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Account(
                name,
                id,
                role,
                externalId,
                left.orElse(regions),
                read,
                organizationalUnit,
                topicArn));
  }

  /// The same account, known to be in an organizational unit.
  public Account in(String organizationalUnit) {
    return new Account(
        name, id, role, externalId, regions, services, Optional.of(organizationalUnit), topicArn);
  }
}
