package dev.riexpiry.finding;

/// The numbers of accounts, targets and commitments that were read.
///
/// @param accountsConfigured accounts that were to be read
/// @param accountsRead accounts of which at least one target was read in full
/// @param targetsRead targets read in full
/// @param targetsUnreadable targets not read in full, a whole account that could not be entered
///   counting as one
/// @param active live commitments seen
/// @param notAsked targets that were left out because the payer lists nothing for them
public record ReadCounts(
    int accountsConfigured,
    int accountsRead,
    int targetsRead,
    int targetsUnreadable,
    int active,
    int notAsked) {
  /// The counts of a run that had nothing to read.
  public static final ReadCounts NONE = new ReadCounts(0, 0, 0, 0, 0);

  /// The counts of a run that left nothing out.
  public ReadCounts(
      int accountsConfigured,
      int accountsRead,
      int targetsRead,
      int targetsUnreadable,
      int active) {
    this(accountsConfigured, accountsRead, targetsRead, targetsUnreadable, active, 0);
  }

  /// @throws IllegalArgumentException if a count is negative
  public ReadCounts {
    if (Math.min(accountsConfigured, accountsRead) < 0
        || Math.min(Math.min(targetsRead, targetsUnreadable), Math.min(active, notAsked)) < 0) {
      throw new IllegalArgumentException("a count is negative");
    }
  }

  /// Tells whether nothing stayed unread.
  public boolean complete() {
    return targetsUnreadable == 0;
  }

  /// The same counts where some targets count as neither read nor unreadable.
  ///
  /// @throws IllegalArgumentException if there are not so many unreadable ones
  public ReadCounts withoutUnreadable(int targets) {
    return new ReadCounts(
        accountsConfigured,
        accountsRead,
        targetsRead,
        targetsUnreadable - targets,
        active,
        notAsked);
  }

  /// Adds the counts of a sweep over different accounts.
  public ReadCounts plus(ReadCounts other) {
    return new ReadCounts(
        accountsConfigured + other.accountsConfigured,
        accountsRead + other.accountsRead,
        targetsRead + other.targetsRead,
        targetsUnreadable + other.targetsUnreadable,
        active + other.active,
        notAsked + other.notAsked);
  }
}
