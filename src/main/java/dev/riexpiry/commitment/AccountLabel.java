package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// An account as people know it.
///
/// @param id its id
/// @param name what people call it
/// @param organizationalUnit the names of the organizational units it is in, from the root down
///   with slashes between them; empty where the organization was not asked
public record AccountLabel(AccountId id, String name, Optional<String> organizationalUnit) {
  public AccountLabel {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    requireNonNull(organizationalUnit, "organizationalUnit is null");
  }

  /// The label of an account of which only the id is known, which then is its name.
  public static AccountLabel of(AccountId id) {
    return new AccountLabel(id, id.value(), Optional.empty());
  }

  /// Writes name, id and unit, such as `web-prod (222233334444) in Workloads/Prod`. An account that
  /// stands directly below the root of its organization is in no unit.
  @Override
  public String toString() {
    return name
        + " ("
        + id
        + ")"
        + organizationalUnit.filter(unit -> !unit.isEmpty()).map(unit -> " in " + unit).orElse("");
  }
}
