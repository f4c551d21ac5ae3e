package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Failure;
import java.time.Instant;

/// What came of asking for an announcement.
public sealed interface Claim {
  /// It is the asking run's to make.
  ///
  /// @param until how long for
  record Claimed(Instant until) implements Claim {
    public Claimed {
      requireNonNull(until, "until is null");
    }
  }

  /// It was made.
  ///
  /// @param told when
  record AlreadyTold(Told told) implements Claim {
    public AlreadyTold {
      requireNonNull(told, "told is null");
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

  /// Nobody knows.
  ///
  /// @param failure why
  record Failed(Failure failure) implements Claim {
    public Failed {
      requireNonNull(failure, "failure is null");
    }
  }
}
