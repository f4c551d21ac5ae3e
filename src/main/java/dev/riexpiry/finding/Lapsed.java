package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A commitment that has ended without a replacement.
///
/// @param commitment the commitment
/// @param manner how it ended
/// @param daysAgo calendar days since its last day; empty if AWS does not say when that was
/// @param needsRecord whether people are told of it only where a ledger keeps them from being told
///   twice
/// @param renewal what takes over a part of it, or perhaps does
public record Lapsed(
    Commitment commitment, Manner manner, OptionalInt daysAgo, boolean needsRecord, Renewal renewal)
    implements Finding.OfCommitment {
  static final Comparator<Commitment> BY_ID =
      Comparator.comparing(Commitment::accountId)
          .thenComparing(Commitment::region)
          .thenComparing(Commitment::service)
          .thenComparing(Commitment::id);

  /// Orders by the latest end, those of which it is not known last, then by account, region,
  /// service and id.
  public static final Comparator<Lapsed> LATEST_FIRST =
      Comparator.comparingInt((Lapsed item) -> item.daysAgo().orElse(Integer.MAX_VALUE))
          .thenComparing(
              Lapsed::commitment,
              Comparator.comparing(Commitment::end, Comparator.reverseOrder())
                  .thenComparing(BY_ID));

  /// @throws IllegalArgumentException if it has not ended
  public Lapsed {
    requireNonNull(commitment, "commitment is null");
    requireNonNull(manner, "manner is null");
    requireNonNull(daysAgo, "daysAgo is null");
    requireNonNull(renewal, "renewal is null");
    boolean atTerm = manner == Manner.AT_TERM;
    if (atTerm && daysAgo.isEmpty()) {
      throw new IllegalArgumentException("daysAgo is missing");
    }
    int least = atTerm ? 1 : 0;
    if (daysAgo.isPresent() && daysAgo.getAsInt() < least) {
      throw new IllegalArgumentException(
          "daysAgo is less than %s: %s".formatted(least, daysAgo.getAsInt()));
    }
  }

  /// One that ended at the end of its term, and of which nothing is taken over.
  ///
  /// @param daysAgo calendar days since its last day, at least 1
  public static Lapsed atTerm(Commitment commitment, int daysAgo) {
    return new Lapsed(
        commitment, Manner.AT_TERM, OptionalInt.of(daysAgo), false, new Renewal.None());
  }

  /// The same commitment with what is known of its renewal.
  public Lapsed with(Renewal known) {
    return new Lapsed(commitment, manner, daysAgo, needsRecord, known);
  }

  /// Tells whether it ended before the end of its term.
  public boolean endedEarly() {
    return manner != Manner.AT_TERM;
  }

  @Override
  public Announcement announcement() {
    return announcements().findFirst().orElseThrow();
  }

  @Override
  public List<Set<Announcement>> earlier() {
    return List.of(announcements().skip(1).collect(Collectors.toSet()));
  }

  private Stream<Announcement> announcements() {
    return new RecordedEnd(commitment.end())
        .names()
        .map(end ->
            new Announcement(
                "lapse#%s#%s".formatted(commitmentKey(), end),
                commitment.end().plus(Announcement.KEPT),
                needsRecord));
  }

  /// How a commitment ended.
  public enum Manner {
    /// At the end of its term.
    AT_TERM,
    /// Before: it was sold, or its upfront price was not paid.
    EARLY,
    /// Returned or cancelled by its owner.
    GIVEN_BACK
  }
}
