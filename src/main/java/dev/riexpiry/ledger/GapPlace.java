package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Service;
import dev.riexpiry.finding.Unreadable;
import java.util.Optional;

/// Where something could not be read: the list of an organization's accounts, a whole account, or
/// one target in it. Why it could not be read is no part of it, so that a refusal which turns into
/// a timeout is no new story.
///
/// @param accountId the account; empty if the list of accounts is meant
/// @param region the region; empty if the whole account is meant
/// @param service the service; empty if the whole account is meant
public record GapPlace(
    Optional<AccountId> accountId, Optional<String> region, Optional<Service> service) {
  /// The list of an organization's accounts.
  public static final GapPlace LIST_OF_ACCOUNTS =
      new GapPlace(Optional.empty(), Optional.empty(), Optional.empty());

  private static final String LIST_KEY = "organization";

  /// @throws IllegalArgumentException if only one of region and service is there, or they are there
  ///   without an account
  public GapPlace {
    requireNonNull(accountId, "accountId is null");
    requireNonNull(region, "region is null");
    requireNonNull(service, "service is null");
    if (region.isPresent() != service.isPresent() || (accountId.isEmpty() && region.isPresent())) {
      throw new IllegalArgumentException("a target has an account, a region and a service");
    }
  }

  /// A whole account.
  public static GapPlace account(AccountId id) {
    return new GapPlace(Optional.of(id), Optional.empty(), Optional.empty());
  }

  /// Where a sweep could not read.
  public static GapPlace of(Unreadable unreadable) {
    return new GapPlace(unreadable.accountId(), unreadable.region(), unreadable.service());
  }

  /// The account, or the list of accounts, that it is a part of; itself if it is the whole.
  public GapPlace holder() {
    return new GapPlace(accountId, Optional.empty(), Optional.empty());
  }

  /// Tells whether it is one target and not the whole.
  public boolean isTarget() {
    return service.isPresent();
  }

  /// Such as `111122223333/us-east-1/ec2`, `111122223333` or `organization`.
  public String key() {
    return accountId
        .map(id ->
            service
                .map(known -> id + "/" + region.orElse("") + "/" + known.id())
                .orElse(id.value()))
        .orElse(LIST_KEY);
  }

  /// Reads what [#key] wrote.
  ///
  /// @throws IllegalArgumentException if it is something else
  public static GapPlace parse(String key) {
    if (key.equals(LIST_KEY)) {
      return LIST_OF_ACCOUNTS;
    }
    String[] parts = key.split("/", -1);
    return switch (parts.length) {
      case 1 -> account(new AccountId(parts[0]));
      case 3 ->
          new GapPlace(
              Optional.of(new AccountId(parts[0])),
              Optional.of(parts[1]),
              Optional.of(Service.of(parts[2])));
      default -> throw new IllegalArgumentException("not a place: " + key);
    };
  }
}
