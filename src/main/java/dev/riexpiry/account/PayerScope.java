package dev.riexpiry.account;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The account that pays for the organization, whose Cost Explorer is read.
///
/// @param id its id; empty where it is the caller's own account, whichever that is
/// @param role the role to assume there; none means that the caller's own credentials are used
/// @param externalId the external id that the role's owner asks for, if any
/// @param services the services whose commitments count, at least one, in the order of reports
/// @param excluded the accounts whose commitments do not count
/// @param guides whether it says where the daily run asks
public record PayerScope(
    Optional<AccountId> id,
    Optional<RemoteRole> role,
    Optional<ExternalId> externalId,
    List<Service> services,
    Set<AccountId> excluded,
    boolean guides) {
  /// The services of which Cost Explorer lists commitments.
  public static final List<Service> LISTED =
      List.of(
          Service.EC2,
          Service.RDS,
          Service.ELASTICACHE,
          Service.OPENSEARCH,
          Service.REDSHIFT,
          Service.MEMORYDB,
          Service.SAVINGS_PLANS);

  /// A payer that guides no run.
  public PayerScope(
      Optional<AccountId> id,
      Optional<RemoteRole> role,
      Optional<ExternalId> externalId,
      List<Service> services,
      Set<AccountId> excluded) {
    this(id, role, externalId, services, excluded, false);
  }

  /// Leaves out the services that Cost Explorer does not list.
  ///
  /// @throws IllegalArgumentException if no other is named, or there is a role and no account
  public PayerScope {
    requireNonNull(id, "id is null");
    requireNonNull(role, "role is null");
    requireNonNull(externalId, "externalId is null");
    services = LISTED.stream().filter(services::contains).toList();
    excluded = Set.copyOf(excluded);
    if (services.isEmpty() || (role.isPresent() && id.isEmpty())) {
      throw new IllegalArgumentException("no service, or a role in no account");
    }
  }

  /// The same payer, asked about some services only; empty if it is not asked about these anyhow.
  ///
  /// @param some the services; empty for all
  public Optional<PayerScope> among(List<Service> some) {
    List<Service> left =
        services.stream().filter(service -> some.isEmpty() || some.contains(service)).toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new PayerScope(id, role, externalId, left, excluded, guides));
  }

  /// The account as one to sign in to.
  ///
  /// @param known its id
  public Account account(AccountId known) {
    return new Account(
        known.value(),
        known,
        role,
        externalId,
        new RegionChoice.AllEnabled(),
        services,
        Optional.empty(),
        Optional.empty());
  }
}
