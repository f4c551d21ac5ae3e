package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Service;
import java.util.Optional;

/// A place where commitments are looked for.
///
/// The failure that keeps a place from being read is no part of it, so that a refusal which turns
/// into a timeout is no new finding.
public sealed interface Place {
  /// The account that it is or belongs to; empty for the organization.
  Optional<AccountId> owner();

  /// This place, if it is one target.
  default Optional<Target> target() {
    return Optional.empty();
  }

  /// The account or the organization that the place is a part of; itself if it is the whole.
  Place whole();

  /// Names the place in the ledger and in logs: `111122223333/us-east-1/ec2`, `111122223333` or
  /// `organization`.
  String key();

  /// Names its part of the whole, for people: `us-east-1 EC2`, `the whole account` or `its list of
  /// accounts`.
  String part();

  /// Reads a key.
  ///
  /// @throws IllegalArgumentException if `key` names no place
  static Place parse(String key) {
    if (key.equals(Organization.KEY)) {
      return new Organization();
    }
    String[] parts = key.split("/", -1);
    return switch (parts.length) {
      case 1 -> new Account(new AccountId(parts[0]));
      case 3 -> new Target(new AccountId(parts[0]), parts[1], Service.of(parts[2]));
      default -> throw new IllegalArgumentException("not a place: " + key);
    };
  }

  /// The target in which a commitment was found.
  static Place of(Commitment commitment) {
    return new Target(commitment.accountId(), commitment.region(), commitment.service());
  }

  /// The organization's list of accounts, or a part of it.
  record Organization() implements Place {
    private static final String KEY = "organization";

    @Override
    public Optional<AccountId> owner() {
      return Optional.empty();
    }

    @Override
    public Place whole() {
      return this;
    }

    @Override
    public String key() {
      return KEY;
    }

    @Override
    public String part() {
      return "its list of accounts";
    }
  }

  /// A whole account.
  ///
  /// @param id its id
  record Account(AccountId id) implements Place {
    public Account {
      requireNonNull(id, "id is null");
    }

    @Override
    public Optional<AccountId> owner() {
      return Optional.of(id);
    }

    @Override
    public Place whole() {
      return this;
    }

    @Override
    public String key() {
      return id.value();
    }

    @Override
    public String part() {
      return "the whole account";
    }
  }

  /// A target, account × region × service: the unit that is read.
  ///
  /// @param accountId the account
  /// @param region the region, or [Service#GLOBAL]
  /// @param service the service
  record Target(AccountId accountId, String region, Service service) implements Place {
    public Target {
      requireNonNull(accountId, "accountId is null");
      requireNonNull(region, "region is null");
      requireNonNull(service, "service is null");
    }

    @Override
    public Optional<AccountId> owner() {
      return Optional.of(accountId);
    }

    @Override
    public Optional<Target> target() {
      return Optional.of(this);
    }

    @Override
    public Place whole() {
      return new Account(accountId);
    }

    @Override
    public String key() {
      return accountId + "/" + region + "/" + service.id();
    }

    @Override
    public String part() {
      return region + " " + service.label();
    }
  }
}
