package dev.riexpiry.input;

import static java.util.Objects.requireNonNull;

/// A fault in a file, an event or a setting.
///
/// @param place its place, such as `line 4, accounts[1].accountId` or `MILESTONE_DAYS`
/// @param problem what is wrong, quoting the value
/// @param remedy what to write instead
public record Fault(String place, String problem, String remedy) {
  /// The most characters of each part that a message has: what is quoted may be of any length.
  private static final int MAX_PART = 600;

  public Fault {
    requireNonNull(place, "place is null");
    requireNonNull(problem, "problem is null");
    requireNonNull(remedy, "remedy is null");
  }

  /// Writes it in one line for people, each part cut at 600 characters.
  @Override
  public String toString() {
    return cut(place) + ": " + cut(problem) + "; " + cut(remedy);
  }

  private static String cut(String part) {
    return part.length() <= MAX_PART ? part : part.substring(0, MAX_PART) + "…";
  }
}
