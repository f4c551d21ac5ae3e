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

  /// It is the asking run's to make.
  ///
  /// @param until when the claim ends
  record Claimed(Instant until) implements Claim {
    public Claimed {
      requireNonNull(until, "until is null");
    }
  }

  /// It was made.
  ///
  /// @param entry when
  record AlreadyAnnounced(LedgerEntry entry) implements Claim {
    public AlreadyAnnounced {
      requireNonNull(entry, "entry is null");
    }
  }

  /// Another run is about to make it.
  ///
  /// @param until when it may be taken over
  record HeldByAnother(Instant until) implements Claim {
    public HeldByAnother {
      requireNonNull(until, "until is null");
    }
  }

  /// The ledger could not be asked.
  ///
  /// @param why the reason
  record Failed(Failure why) implements Claim {
    public Failed {
      requireNonNull(why, "why is null");
    }
  }
}
