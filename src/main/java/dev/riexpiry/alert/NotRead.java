package dev.riexpiry.alert;

import dev.riexpiry.sweep.Unreadable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How much of what concerns one group of people was not read.
///
/// @param accounts whole accounts that could not be entered
/// @param targets single targets, however many reasons each has
record NotRead(int accounts, int targets) {
  /// @throws IllegalArgumentException if a count is negative
  NotRead {
    if (accounts < 0 || targets < 0) {
      throw new IllegalArgumentException("a count is negative");
    }
  }

  /// Counts each place once.
  static NotRead of(Collection<Unreadable> unreadable) {
    int accounts =
        (int)
            unreadable.stream()
                .filter(item -> item.region().isEmpty())
                .map(Unreadable::accountId)
                .distinct()
                .count();
    int targets =
        (int)
            unreadable.stream()
                .filter(item -> item.region().isPresent())
                .map(item -> List.of(item.accountId(), item.region(), item.service()))
                .distinct()
                .count();
    return new NotRead(accounts, targets);
  }

  int total() {
    return accounts + targets;
  }

  NotRead minus(NotRead other) {
    return new NotRead(accounts - other.accounts, targets - other.targets);
  }

  /// Such as `1 account and 3 targets`; a target is explained only in the mail.
  @Override
  public String toString() {
    return Stream.of(count(accounts, "account"), count(targets, "target"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" and "));
  }

  private static String count(int count, String noun) {
    return count == 0 ? "" : Wording.count(count, noun);
  }
}
