package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import java.util.Comparator;
import java.util.Optional;

/// A target, or a whole account, that could not be read in full.
///
/// @param accountId the account
/// @param accountName what people call it
/// @param region the region; empty if the whole account is meant
/// @param service the service; empty if the whole account is meant
/// @param failure why, and what to do about it
public record Unreadable(
    AccountId accountId,
    String accountName,
    Optional<String> region,
    Optional<Service> service,
    Failure failure) {
  /// Whole accounts first, then by account, region, service and code.
  public static final Comparator<Unreadable> BY_PLACE =
      Comparator.<Unreadable, Boolean>comparing(unreadable -> unreadable.region().isPresent())
          .thenComparing(Unreadable::accountId)
          .thenComparing(unreadable -> unreadable.region().orElse(""))
          .thenComparing(unreadable -> unreadable.service().map(Service::ordinal).orElse(-1))
          .thenComparing(unreadable -> unreadable.failure().code())
          .thenComparing(unreadable -> unreadable.failure().message());

  /// @throws IllegalArgumentException if only one of `region` and `service` is there
  public Unreadable {
    requireNonNull(accountId, "accountId is null");
    requireNonNull(accountName, "accountName is null");
    requireNonNull(region, "region is null");
    requireNonNull(service, "service is null");
    requireNonNull(failure, "failure is null");
    if (region.isPresent() != service.isPresent()) {
      throw new IllegalArgumentException("a target has a region and a service");
    }
  }
}
