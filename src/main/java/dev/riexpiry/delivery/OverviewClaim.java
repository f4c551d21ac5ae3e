package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.alert.Overview;
import dev.riexpiry.finding.Announcement;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.input.TopicArn;
import dev.riexpiry.ledger.Claim;
import dev.riexpiry.ledger.Lease;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import dev.riexpiry.ledger.RecordKeeping;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The claim of an overview, which a topic is told once a period, whichever run does it.
///
/// @param keeping keeps the record
/// @param announcement stands for it in the ledger
/// @param checkDate the day on which it is told
record OverviewClaim(RecordKeeping keeping, Announcement announcement, CheckDate checkDate) {
  /// Longer than a run may last: one that dies with the claim leaves the overview to the next day.
  private static final Duration TELLING = Duration.ofMinutes(15);

  OverviewClaim {
    requireNonNull(keeping, "keeping is null");
    requireNonNull(announcement, "announcement is null");
    requireNonNull(checkDate, "checkDate is null");
  }

  /// Makes the claim of an overview for a topic.
  static OverviewClaim of(
      RecordKeeping keeping, Overview overview, TopicArn topic, CheckDate checkDate) {
    Instant day = checkDate.date().atStartOfDay(checkDate.zone()).toInstant();
    return new OverviewClaim(
        keeping,
        new Announcement(
            "overview#%s#%s#%s".formatted(overview.cadence().id(), overview.period(), topic),
            day.plus(Announcement.KEPT),
            true),
        checkDate);
  }

  /// Claims it.
  ///
  /// @return false if it was told in this period, another run is telling it, or the ledger cannot
  ///   be asked: the next run tries again
  boolean take() {
    return keeping
            .ledger()
            .claim(announcement, Lease.of(keeping.owner(), keeping.clock().instant(), TELLING))
        instanceof Claim.Claimed;
  }

  /// Records what became of it. Of one that may have been sent nothing is recorded, as of findings:
  /// the claim ends, and the next run tells it, for one overview more is better than none.
  ///
  /// @param result empty if nobody has tried to send it
  /// @return why that could not be recorded; empty if it is
  Optional<Failure> settle(Optional<Receipt.Result> result) {
    return result
        .map(known ->
            switch (known) {
              case Receipt.Result.Sent _ ->
                  keeping
                      .ledger()
                      .confirm(announcement, new LedgerEntry(checkDate.date(), checkDate.date()));
              case Receipt.Result.Unknown _ -> Optional.<Failure>empty();
              case Receipt.Result.Refused _, Receipt.Result.NotSent _ -> release();
            })
        .orElseGet(this::release);
  }

  private Optional<Failure> release() {
    return keeping.ledger().release(announcement, keeping.owner());
  }
}
