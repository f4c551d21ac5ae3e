package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.policy.LapseWindow;

/// The criteria by which a commitment is said to end soon, or to have ended.
///
/// @param checkDate the day it is taken to be
/// @param milestones how long before the end people are told
/// @param lapseWindow for how long after its end a lapse is announced
public record Criteria(CheckDate checkDate, Milestones milestones, LapseWindow lapseWindow) {
  public Criteria {
    requireNonNull(checkDate, "checkDate is null");
    requireNonNull(milestones, "milestones is null");
    requireNonNull(lapseWindow, "lapseWindow is null");
  }

  /// The same criteria with another window for lapses.
  Criteria with(LapseWindow other) {
    return new Criteria(checkDate, milestones, other);
  }

  /// Tells whether a commitment ends within the milestones, or has ended within the window for
  /// lapses.
  boolean announces(Commitment commitment) {
    long left = checkDate.daysLeft(commitment.end());
    return commitment.state().live()
        && left >= -lapseWindow.days()
        && milestones.days().stream().anyMatch(days -> left <= days);
  }
}
