package dev.riexpiry.alert;



import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// What a subscription's filter policy can ask for, so that an owner gets only their own accounts.
///
/// @param accountIds the accounts told of
/// @param services the services told of
/// @param minDaysLeft the days left of the soonest end; empty if nothing is expiring
/// @param complete whether the whole check could read everything
public record AlertAttributes(
    List<AccountId> accountIds, List<Service> services, OptionalInt minDaysLeft, boolean complete) {
  /// Room for the names and types of the attributes.
  private static final int NAMES_AND_TYPES = 128;

  public AlertAttributes {
    accountIds = List.copyOf(accountIds);
    services = List.copyOf(services);
  }

  /// The account ids as an SNS `String.Array`.
  public String accountIdArray() {
    return accountIds.stream()
        .map(id -> '"' + id.value() + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  /// The service ids as an SNS `String.Array`.
  public String serviceArray() {
    return services.stream()
        .map(service -> '"' + service.id() + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  int bytes() {
    return NAMES_AND_TYPES
        + accountIdArray().getBytes(StandardCharsets.UTF_8).length
        + serviceArray().getBytes(StandardCharsets.UTF_8).length;
  }
}
