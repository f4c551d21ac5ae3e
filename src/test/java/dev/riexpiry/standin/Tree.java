package dev.riexpiry.standin;

import java.util.List;
import java.util.Optional;

/// The tree of an AWS organization below its root, `r-ab12`.
///
/// @param units every organizational unit
/// @param leaves every account
public record Tree(List<Unit> units, List<Leaf> leaves) {
  public static final Tree EMPTY = new Tree(List.of(), List.of());

  public Tree {
    units = List.copyOf(units);
    leaves = List.copyOf(leaves);
  }

  List<Leaf> accountsIn(String parent) {
    return leaves.stream().filter(leaf -> leaf.parent().equals(parent)).toList();
  }

  List<Unit> unitsIn(String parent) {
    return units.stream().filter(unit -> unit.parent().equals(parent)).toList();
  }

  Optional<Unit> unit(String id) {
    return units.stream().filter(unit -> unit.id().equals(id)).findFirst();
  }

  /// @param id such as `ou-ab12-prod0000`
  /// @param name what people call it
  /// @param parent the root's or another unit's id
  public record Unit(String id, String name, String parent) {}

  /// @param accountId twelve digits
  /// @param name what people call it
  /// @param state such as `ACTIVE`
  /// @param parent the root's or a unit's id
  public record Leaf(String accountId, String name, String state, String parent) {}
}
