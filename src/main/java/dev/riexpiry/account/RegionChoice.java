package dev.riexpiry.account;

import java.util.List;

/// The regions in which an account is read.
public sealed interface RegionChoice {

  /// All regions that are enabled in the account, as `ec2:DescribeRegions` says there.
  record AllEnabled() implements RegionChoice {}

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
