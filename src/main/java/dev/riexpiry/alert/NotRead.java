package dev.riexpiry.alert;



import dev.riexpiry.finding.Unreadable;
import dev.riexpiry.ledger.GapPlace;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How much of what concerns one group of people was not read.
///
/// @param lists whether the organization would not tell all its accounts: 1 if so, else 0
/// @param accounts whole accounts that could not be entered
/// @param targets single targets, however many reasons each has
record NotRead(int lists, int accounts, int targets) {
  /// @throws IllegalArgumentException if a count is negative
  NotRead {
    if (lists < 0 || accounts < 0 || targets < 0) {
      throw new IllegalArgumentException("a count is negative");
    }
  }

  /// Of accounts that are all known.
  NotRead(int accounts, int targets) {
    this(0, accounts, targets);
  }

  /// Counts each place once.
  static NotRead of(Collection<Unreadable> unreadable) {
    return ofPlaces(unreadable.stream().map(GapPlace::of).toList());
  }

  /// Counts each place once.
  static NotRead ofPlaces(Collection<GapPlace> places) {
    Set<GapPlace> distinct = Set.copyOf(places);
    int targets = (int) distinct.stream().filter(GapPlace::isTarget).count();
    int lists = distinct.contains(GapPlace.LIST_OF_ACCOUNTS) ? 1 : 0;
    return new NotRead(lists, distinct.size() - targets - lists, targets);
  }

  int total() {
    return lists + accounts + targets;
  }

  NotRead minus(NotRead other) {
    return new NotRead(lists - other.lists, accounts - other.accounts, targets - other.targets);
  }

  /// Such as `1 account and 3 targets`, or `the list of accounts`; a target is explained only in
  /// the mail.
  @Override
  public String toString() {
    return Stream.of(
            lists == 0 ? "" : "the list of accounts",
            count(accounts, "account"),
            count(targets, "target"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" and "));
  }

  private static String count(int count, String noun) {
    return count == 0 ? "" : Wording.count(count, noun);
  }
}
