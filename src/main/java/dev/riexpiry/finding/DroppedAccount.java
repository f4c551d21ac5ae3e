package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import java.util.Optional;

/// An account that the last whole run had and this one has not: nothing is looked at there any
/// more.
///
/// @param id the account
/// @param name what it was called
/// @param state as AWS Organizations has it, where it says that the account is not open
public record DroppedAccount(AccountId id, String name, Optional<String> state) {
  public DroppedAccount {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    requireNonNull(state, "state is null");
  }
}
