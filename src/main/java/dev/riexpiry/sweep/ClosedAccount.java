package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import java.util.Optional;

/// An account that the organization has and that is not open, so that nobody can enter it.
///
/// @param id its id
/// @param name its name in the organization
/// @param state as Organizations spells it, such as `SUSPENDED` or `PENDING_CLOSURE`
/// @param organizationalUnit the names of the units it is in, from the root down with slashes
///   between them; empty where that was not kept
public record ClosedAccount(
    AccountId id, String name, String state, Optional<String> organizationalUnit) {
  public ClosedAccount {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    requireNonNull(state, "state is null");
    requireNonNull(organizationalUnit, "organizationalUnit is null");
  }

  /// A closed account of which the unit was not kept.
  public ClosedAccount(AccountId id, String name, String state) {
    this(id, name, state, Optional.empty());
  }
}
