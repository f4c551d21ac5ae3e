package dev.riexpiry.alert;

import dev.riexpiry.finding.Place;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A number of places, each counted once.
///
/// @param lists 1 if the organization's list of accounts is among them, else 0
/// @param accounts whole accounts
/// @param targets single targets
record PlaceCount(int lists, int accounts, int targets) {
  /// @throws IllegalArgumentException if a count is negative
  PlaceCount {
    if (lists < 0 || accounts < 0 || targets < 0) {
      throw new IllegalArgumentException("a count is negative");
    }
  }

  /// Counts each place once, however often it is there.
  static PlaceCount of(Collection<Place> places) {
    Set<Place> distinct = Set.copyOf(places);
    int lists = 0;
    int accounts = 0;
    int targets = 0;
    for (Place place : distinct) {
      switch (place) {
        case Place.Organization _ -> lists++;
        case Place.Account _ -> accounts++;
        case Place.Target _ -> targets++;
      }
    }
    return new PlaceCount(lists, accounts, targets);
  }

  int total() {
    return lists + accounts + targets;
  }

  /// Writes it as `1 account and 3 targets`, or `the list of accounts`; a target is explained only
  /// in the mail.
  @Override
  public String toString() {
    return Stream.of(
            lists == 0 ? "" : "the list of accounts",
            accounts == 0 ? "" : Wording.count(accounts, "account"),
            targets == 0 ? "" : Wording.count(targets, "target"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" and "));
  }
}
