package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

/// A fault in a file, an event or a setting.
///
/// @param place its place, such as `line 4, accounts[1].accountId` or `MILESTONE_DAYS`
/// @param problem what is wrong, quoting the value
/// @param remedy what to write instead
public record Fault(String place, String problem, String remedy) {
  public Fault {
    requireNonNull(place, "place is null");
    requireNonNull(problem, "problem is null");
    requireNonNull(remedy, "remedy is null");
  }

  /// Writes it in one line for people.
  @Override
  public String toString() {
    return place + ": " + problem + "; " + remedy;
  }
}
