package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.History;
import dev.riexpiry.finding.Milestones;
import dev.riexpiry.finding.Place;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Keeps the records of one run in a ledger.
///
/// @param ledger records them; it is asked no more once it has failed a few times
/// @param owner the name of the run, unique among all runs
/// @param clock the time, for leases
/// @param waiter waits for another run that is announcing the same
/// @param atOnce the number of parallel calls, at least 1
public record RecordKeeping(
    Ledger ledger, String owner, InstantSource clock, Waiter waiter, int atOnce) {
  /// The usual number of parallel calls, which records a thousand announcements in a second.
  public static final int USUAL_CALLS_AT_ONCE = 32;

  public RecordKeeping {
    ledger = new BoundedLedger(ledger);
    requireNonNull(owner, "owner is null");
    requireNonNull(clock, "clock is null");
    requireNonNull(waiter, "waiter is null");
    if (atOnce < 1) {
      throw new IllegalArgumentException("atOnce is less than 1: " + atOnce);
    }
  }

  /// Asks for the records about the findings of a run.
  ///
  /// @param date the check date
  /// @param wholes the accounts that were read, and the organization if it was
  /// @param others the channels of the run beside the topics of alerts
  public Recall recall(
      LocalDate date,
      Milestones milestones,
      List<Finding> findings,
      Collection<Place> wholes,
      List<Channel> others) {
    return new Recollection(ledger, date, milestones).of(findings, wholes, others);
  }

  /// Asks what a channel has announced of the findings that all of them announce.
  ///
  /// @param date the check date
  /// @param findings those of [#recall]
  public History history(
      Channel channel, LocalDate date, Milestones milestones, List<Finding> findings) {
    return new Recollection(new ChannelLedger(ledger, channel), date, milestones).history(findings);
  }

  /// Makes the claims of this run for one channel; none yet.
  ///
  /// @param telling how long the announcements of the run take
  public Claims claims(Channel channel, Duration telling) {
    return new Claims(new ChannelLedger(ledger, channel), owner, clock, waiter, atOnce, telling);
  }

  /// Records which places cannot be read.
  ///
  /// @param recall the records before this run, and the findings of the run
  /// @param announced the announcements that were made, or count as made
  /// @return the failures to record something
  public List<Failure> recordOutages(Recall recall, Set<Announcement> announced) {
    return new OutageBook(ledger, atOnce).write(recall, announced);
  }

  /// Waits for another run.
  public interface Waiter {
    /// Waits, unless the time for that has run out.
    ///
    /// @return false if it has
    boolean waitFor(Duration time);

    /// Waits for all of `time`.
    ///
    /// @return false if the thread was interrupted meanwhile
    static boolean sleep(Duration time) {
      try {
        Thread.sleep(time);
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
