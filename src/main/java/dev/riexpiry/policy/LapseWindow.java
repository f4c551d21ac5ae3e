package dev.riexpiry.policy;

/// For how many days after its end people are told that a commitment has lapsed, should no run
/// before have told them.
///
/// - default: 7 days, so that a week of missed runs is caught up
///
/// @param days 0 to 60; 0 means that nothing is ever called lapsed
public record LapseWindow(int days) {
  /// Some services forget an ended commitment sooner than others; two months is old news anyway.
  public static final int MAX_DAYS = 60;

  /// 7 days.
  public static final LapseWindow DEFAULT = new LapseWindow(7);

  /// Nothing is ever called lapsed.
  public static final LapseWindow OFF = new LapseWindow(0);

  /// @throws IllegalArgumentException if `days` is not from 0 to 60
  public LapseWindow {
    if (days < 0 || days > MAX_DAYS) {
      throw new IllegalArgumentException(days + " is not from 0 to " + MAX_DAYS);
    }
  }

  /// Tells whether so many days after the end is soon enough.
  boolean holds(long daysAgo) {
    return daysAgo >= 1 && daysAgo <= days;
  }
}
