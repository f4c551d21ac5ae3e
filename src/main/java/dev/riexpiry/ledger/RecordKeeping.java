package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Place;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What one run needs to record announcements.
///
/// @param ledger records them; it is asked no more once it has failed a few times
/// @param owner the run, by a name unlike that of any other
/// @param clock the time, for leases
/// @param waiter waits for another run that is announcing the same
/// @param atOnce how many calls to make at once, at least 1
public record RecordKeeping(
    Ledger ledger, String owner, InstantSource clock, Waiter waiter, int atOnce) {
  /// Calls at once that record a thousand announcements in a second or two.
  public static final int USUAL_CALLS_AT_ONCE = 16;

  public RecordKeeping {
    ledger = new BoundedLedger(ledger);
    requireNonNull(owner, "owner is null");
    requireNonNull(clock, "clock is null");
    requireNonNull(waiter, "waiter is null");
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce is less than 1: " + atOnce);
    }
  }

  /// Asks what is recorded of the findings of a run.
  ///
  /// @param date the check date
  /// @param wholes the accounts that were looked at, and the organization if it was
  public Recall recall(
      LocalDate date, Milestones milestones, List<Finding> findings, Collection<Place> wholes) {
    return new Recollection(ledger, date, milestones).of(findings, wholes);
  }

  /// The claims of this run; none yet.
  public Claims claims() {
    return new Claims(ledger, owner, clock, waiter, atOnce);
  }

  /// Records which places cannot be read.
  ///
  /// @param recall what was recorded before, and what the run found
  /// @param announced what people know of now
  /// @return why something could not be recorded
  public List<Failure> recordOutages(Recall recall, Set<Announcement> announced) {
    return new OutageBook(ledger, atOnce).write(recall, announced);
  }

  /// Waits for another run.
  public interface Waiter {
    /// Waits, unless the time for that has run out.
    ///
    /// @return false if it has
    boolean waitFor(Duration time);
  }
}
