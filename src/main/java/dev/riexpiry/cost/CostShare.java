package dev.riexpiry.cost;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.PlaceFailure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one account's Cost Explorer told.
///
/// @param costs none where there is a failure
/// @param days the days, with whether the bill may still change them
/// @param names the names of accounts, as far as it gives them
/// @param failure why it could not be read, if it could not
/// @param requests how many requests were answered
record CostShare(
    List<Cost> costs,
    Map<LocalDate, Boolean> days,
    Map<AccountId, String> names,
    Optional<PlaceFailure> failure,
    int requests) {
  CostShare {
    costs = List.copyOf(costs);
    days = Map.copyOf(days);
    names = Map.copyOf(names);
    requireNonNull(failure, "failure is null");
  }

  /// @param requests how many were answered all the same
  static CostShare unread(PlaceFailure failure, int requests) {
    return new CostShare(List.of(), Map.of(), Map.of(), Optional.of(failure), requests);
  }
}
