package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

/// One thing that is wrong with what somebody wrote.
///
/// @param place where it stands, such as `line 4, accounts[1].accountId` or `MILESTONE_DAYS`
/// @param problem what is wrong, quoting the value
/// @param remedy what to write instead
public record Fault(String place, String problem, String remedy) {
  public Fault {
    requireNonNull(place, "place is null");
    requireNonNull(problem, "problem is null");
    requireNonNull(remedy, "remedy is null");
  }

  /// One line for people.
  @Override
  public String toString() {
    return place + ": " + problem + "; " + remedy;
  }
}
