package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Service;
import java.util.Comparator;
import java.util.Optional;

/// A target, a whole account, or a part of the organization that could not be read in full.
///
/// @param accountId the account; empty if it is the organization that would not tell its accounts
/// @param accountName what people call it
/// @param organizationalUnit where the account stands in its organization, if that is known
/// @param region the region; empty if the whole account is meant
/// @param service the service; empty if the whole account is meant
/// @param failure why, and what to do about it
public record Unreadable(
    Optional<AccountId> accountId,
    String accountName,
    Optional<String> organizationalUnit,
    Optional<String> region,
    Optional<Service> service,
    Failure failure) {
  /// Whose it is, for people: `web-prod (222233334444) in Workloads/Prod`, or `the organization`.
  public String owner() {
    return accountId
        .map(id -> new AccountLabel(id, accountName, organizationalUnit).toString())
        .orElse(accountName);
  }

  /// Which part of its owner it is, for people: `us-east-1 EC2`, or `the whole account`.
  public String part() {
    return service
        .map(known -> region.orElse("") + " " + known.label())
        .orElse(accountId.isPresent() ? "the whole account" : "its list of accounts");
  }

  /// A whole account.
  public static Unreadable account(AccountLabel account, Failure failure) {
    return new Unreadable(
        Optional.of(account.id()),
        account.name(),
        account.organizationalUnit(),
        Optional.empty(),
        Optional.empty(),
        failure);
  }

  /// Whole accounts first, then by account, region, service and code.
  public static final Comparator<Unreadable> BY_PLACE =
      Comparator.<Unreadable, Boolean>comparing(unreadable -> unreadable.region().isPresent())
          .thenComparing(unreadable -> unreadable.accountId().map(AccountId::value).orElse(""))
          .thenComparing(unreadable -> unreadable.region().orElse(""))
          .thenComparing(unreadable -> unreadable.service().map(Service::ordinal).orElse(-1))
          .thenComparing(unreadable -> unreadable.failure().code())
          .thenComparing(unreadable -> unreadable.failure().message());

  /// @throws IllegalArgumentException if only one of `region` and `service` is there
  public Unreadable {
    requireNonNull(accountId, "accountId is null");
    requireNonNull(accountName, "accountName is null");
    requireNonNull(organizationalUnit, "organizationalUnit is null");
    requireNonNull(region, "region is null");
    requireNonNull(service, "service is null");
    requireNonNull(failure, "failure is null");
    if (region.isPresent() != service.isPresent()) {
      throw new IllegalArgumentException("a target has a region and a service");
    }
  }
}
