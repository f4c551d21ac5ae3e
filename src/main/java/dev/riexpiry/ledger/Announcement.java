package dev.riexpiry.ledger;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Unpaid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/// Something that people are told once.
public sealed interface Announcement {
  /// Longer than a year, so that the record of a one-year commitment outlives its successor's first
  /// milestone and somebody can still look up who was told what.
  Duration KEPT = Duration.ofDays(400);

  /// The text that stands for it, alike for the same announcement and for no other.
  String key();

  /// When nobody needs to remember it any longer.
  Instant forgettable();

  /// A commitment has reached a milestone.
  ///
  /// @param commitment which one
  /// @param milestone in days before the end
  record OfCommitment(CommitmentKey commitment, int milestone) implements Announcement {
    public OfCommitment {
      requireNonNull(commitment, "commitment is null");
    }

    /// That it has reached the milestone at which it is now.
    public static OfCommitment of(Expiring expiring) {
      return at(expiring.commitment(), expiring.milestone());
    }

    /// That it has reached a milestone.
    public static OfCommitment at(Commitment commitment, int milestone) {
      return new OfCommitment(CommitmentKey.of(commitment), milestone);
    }

    @Override
    public String key() {
      return "commitment#%s#%s#%s".formatted(commitment.place(), commitment.end(), milestone);
    }

    @Override
    public Instant forgettable() {
      return commitment.forgettable();
    }
  }

  /// A purchase is not paid. What is pending and then fails is told twice.
  ///
  /// @param commitment which one
  /// @param kind what is wrong
  record OfPayment(CommitmentKey commitment, Unpaid.Kind kind) implements Announcement {
    public OfPayment {
      requireNonNull(commitment, "commitment is null");
      requireNonNull(kind, "kind is null");
    }

    /// That it is in the trouble in which it is now.
    public static OfPayment of(Unpaid trouble) {
      return new OfPayment(CommitmentKey.of(trouble.commitment()), trouble.kind());
    }

    @Override
    public String key() {
      return "payment#%s#%s".formatted(commitment.place(), kind.id());
    }

    @Override
    public Instant forgettable() {
      return commitment.forgettable();
    }
  }

  /// A commitment has ended, with nothing in its place.
  ///
  /// @param commitment which one
  record OfLapse(CommitmentKey commitment) implements Announcement {
    public OfLapse {
      requireNonNull(commitment, "commitment is null");
    }

    /// That it has lapsed.
    public static OfLapse of(Lapsed lapsed) {
      return new OfLapse(CommitmentKey.of(lapsed.commitment()));
    }

    @Override
    public String key() {
      return "lapse#%s#%s".formatted(commitment.place(), commitment.end());
    }

    @Override
    public Instant forgettable() {
      return commitment.forgettable();
    }
  }

  /// A place cannot be read.
  ///
  /// @param place where
  /// @param start when it was first told of
  /// @param week 0 when it is new, then the number of whole weeks
  record OfGap(GapPlace place, GapStart start, int week) implements Announcement {
    /// @throws IllegalArgumentException if `week` is negative
    public OfGap {
      requireNonNull(place, "place is null");
      requireNonNull(start, "start is null");
      if (week < 0) {
        throw new IllegalArgumentException("week is negative: " + week);
      }
    }

    @Override
    public String key() {
      return "gap#%s#%s#%s".formatted(place.key(), start.key(), week);
    }

    @Override
    public Instant forgettable() {
      return start.date().plusWeeks(week).atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT);
    }
  }

  /// A place can be read again, or is not to be read any more.
  ///
  /// @param place where
  /// @param start when it was first told that it could not be read
  record OfRecovery(GapPlace place, GapStart start) implements Announcement {
    public OfRecovery {
      requireNonNull(place, "place is null");
      requireNonNull(start, "start is null");
    }

    @Override
    public String key() {
      return "recovery#%s#%s".formatted(place.key(), start.key());
    }

    @Override
    public Instant forgettable() {
      // How long the gap was open is not known here; this is the least for which it is kept.
      return start.date().atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT).plus(KEPT);
    }
  }
}
