package dev.riexpiry.sweep;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;

/// An account that the organization has and that is not open, so that nobody can enter it.
///
/// @param id its id
/// @param name its name in the organization
/// @param state as Organizations spells it, such as `SUSPENDED` or `PENDING_CLOSURE`
public record ClosedAccount(AccountId id, String name, String state) {
  public ClosedAccount {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    requireNonNull(state, "state is null");
  }
}
