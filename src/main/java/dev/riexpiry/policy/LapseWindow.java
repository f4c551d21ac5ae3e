package dev.riexpiry.policy;

/// The number of days after its end for which people are told that a commitment has lapsed, if no
/// run before has told them.
///
/// - default: 7 days, so that a week of missed runs is caught up
///
/// @param days 0 to 60; 0 means that nothing is ever called lapsed
public record LapseWindow(int days) {
  /// The largest window: some services stop listing an ended commitment sooner than others, and two
  /// months are old news anyway.
  public static final int MAX_DAYS = 60;

  /// The default window of 7 days.
  public static final LapseWindow DEFAULT = new LapseWindow(7);

  /// @throws IllegalArgumentException if `days` is not from 0 to 60
  public LapseWindow {
    if (days < 0 || days > MAX_DAYS) {
      throw new IllegalArgumentException(days + " is not from 0 to " + MAX_DAYS);
    }
  }

  /// Tells whether so many days after the end are within the window.
  boolean holds(long daysAgo) {
    return daysAgo >= 1 && daysAgo <= days;
  }
}
