package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.sweep.Roster;

/// A check that has ended.
///
/// @param report what it found
/// @param roster the accounts that it was about
public record Concluded(CheckReport report, Roster roster) {
  public Concluded {
    requireNonNull(report, "report is null");
    requireNonNull(roster, "roster is null");
  }
}
