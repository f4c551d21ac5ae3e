package dev.riexpiry.account;

import java.util.List;
import java.util.Optional;

/// The regions in which an account is read.
public sealed interface RegionChoice {
  /// Tells whether a region may be read: of those that are enabled, any may be.
  default boolean mayHold(String region) {
    return switch (this) {
      case AllEnabled() -> true;
      case EnabledAmong(List<String> names) -> names.contains(region);
      case Listed(List<String> names) -> names.contains(region);
    };
  }

  /// The same choice among some regions only; empty if it has none of them.
  default Optional<RegionChoice> among(List<String> some) {
    List<String> held = some.stream().filter(this::mayHold).toList();
    return held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            switch (this) {
              case AllEnabled() -> new EnabledAmong(held);
              case EnabledAmong _ -> new EnabledAmong(held);
              case Listed _ -> new Listed(held);
            });
  }

  /// All regions that are enabled in the account, as `ec2:DescribeRegions` says there.
  record AllEnabled() implements RegionChoice {}

  /// Those of some regions that are enabled in the account.
  ///
  /// @param names region codes such as `us-east-1`, at least one
  record EnabledAmong(List<String> names) implements RegionChoice {
    /// @throws IllegalArgumentException if `names` is empty
    public EnabledAmong {
      names = List.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("no region");
      }
    }
  }

  /// @param names region codes such as `us-east-1`, at least one, none twice
  record Listed(List<String> names) implements RegionChoice {
    /// @throws IllegalArgumentException if `names` is empty or has repeats
    public Listed {
      names = List.copyOf(names);
      if (names.isEmpty() || names.stream().distinct().count() != names.size()) {
        throw new IllegalArgumentException("no region, or one twice: " + names);
      }
    }
  }
}
