package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.ledger.LedgerEntries.LedgerEntry;
import java.time.Instant;
import java.util.Optional;

/// The answer to the claim of an announcement.
public sealed interface Claim {
  /// The failure, if the ledger could not be asked.
  default Optional<Failure> failure() {
    return switch (this) {
      case Failed(Failure why) -> Optional.of(why);
      case Claimed _, AlreadyAnnounced _, HeldByAnother _ -> Optional.empty();
    };
  }

  /// The asking run holds the claim.
  ///
  /// @param until the end of the claim
  record Claimed(Instant until) implements Claim {
    public Claimed {
      requireNonNull(until, "until is null");
    }
  }

  /// The announcement was made already.
  ///
  /// @param entry its record
  record AlreadyAnnounced(LedgerEntry entry) implements Claim {
    public AlreadyAnnounced {
      requireNonNull(entry, "entry is null");
    }
  }

  /// Another run holds the claim.
  ///
  /// @param until the time from which the claim may be taken over
  record HeldByAnother(Instant until) implements Claim {
    public HeldByAnother {
      requireNonNull(until, "until is null");
    }
  }

  /// The failure of a ledger that could not be asked.
  ///
  /// @param why the reason
  record Failed(Failure why) implements Claim {
    public Failed {
      requireNonNull(why, "why is null");
    }
  }
}
