package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An active commitment that has reached a milestone. Its end is a part of its key: one that ends
/// on another day is announced anew.
///
/// @param commitment the commitment
/// @param daysLeft calendar days from the check date to its last day, from 0 to `milestone`
/// @param milestone the smallest configured number of days that is not smaller than `daysLeft`
/// @param renewal its renewal, as far as that is known
/// @param origins the ids under which people may have been told of it before
/// @param acknowledgement the decision that is in force to be silent of it
public record Expiring(
    Commitment commitment,
    int daysLeft,
    int milestone,
    Renewal renewal,
    Origins origins,
    Optional<Acknowledgement> acknowledgement)
    implements Finding.OfCommitment {
  /// Orders by the soonest end, then by account, region, service and id.
  public static final Comparator<Expiring> BY_END =
      Comparator.comparing(
          Expiring::commitment, Comparator.comparing(Commitment::end).thenComparing(Lapsed.BY_ID));

  /// @throws IllegalArgumentException if `daysLeft` is negative or larger than `milestone`
  public Expiring {
    requireNonNull(commitment, "commitment is null");
    requireNonNull(renewal, "renewal is null");
    requireNonNull(origins, "origins is null");
    requireNonNull(acknowledgement, "acknowledgement is null");
    if (daysLeft < 0 || daysLeft > milestone) {
      throw new IllegalArgumentException(
          "daysLeft is not from 0 to the milestone " + milestone + ": " + daysLeft);
    }
  }

  /// One that nobody has acknowledged.
  public Expiring(
      Commitment commitment, int daysLeft, int milestone, Renewal renewal, Origins origins) {
    this(commitment, daysLeft, milestone, renewal, origins, Optional.empty());
  }

  /// The same commitment with what is known of its renewal and its origins.
  public Expiring with(Renewal known, Origins from) {
    return new Expiring(commitment, daysLeft, milestone, known, from, acknowledgement);
  }

  /// The same commitment, of which somebody has decided to be silent.
  public Expiring with(Acknowledgement decision) {
    return new Expiring(commitment, daysLeft, milestone, renewal, origins, Optional.of(decision));
  }

  /// Tells whether there is nothing to do about it: all of it is renewed, without a gap.
  public boolean renewed() {
    return renewal.settled();
  }

  @Override
  public boolean needsAction() {
    return !renewed();
  }

  /// Tells whether people are not told of its milestone because somebody has acknowledged it.
  public boolean silenced() {
    return !renewed() && acknowledgement.isPresent();
  }

  /// Tells whether it is silenced by a tag. People are told of that once, since anybody may tag who
  /// has the right for it in its account.
  public boolean silencedByTag() {
    return silenced()
        && acknowledgement
            .filter(decision -> decision.by() instanceof Acknowledgement.By.Tag)
            .isPresent();
  }

  /// People are told of it unless somebody has acknowledged it in the ledger, or it is renewed by
  /// what begins where it ends: that can have no other use.
  @Override
  public boolean isTold() {
    return renewed() ? renewal.overlaps() : !silenced() || silencedByTag();
  }

  @Override
  public boolean needsRecord() {
    return silencedByTag();
  }

  /// The announcement that it has reached its milestone or, if it is renewed or silenced by a tag,
  /// that it is.
  @Override
  public Announcement announcement() {
    return announcements(commitment.id(), stage()).findFirst().orElseThrow();
  }

  @Override
  public List<Set<Announcement>> earlier() {
    Set<Announcement> asIs =
        announcements(commitment.id(), stage()).skip(1).collect(Collectors.toSet());
    return origins.lines().isEmpty()
        ? List.of(asIs)
        : origins.lines().stream()
            .map(line ->
                Stream.concat(
                        asIs.stream(), line.stream().flatMap(id -> announcements(id, stage())))
                    .collect(Collectors.toSet()))
            .toList();
  }

  /// The announcements that it has reached another milestone, under its own id and under those of
  /// its origins.
  ///
  /// @param days the milestone, in days before the end
  public Stream<Announcement> announcementsAt(int days) {
    return Stream.concat(
            Stream.of(commitment.id()), origins.lines().stream().flatMap(Set::stream).distinct())
        .flatMap(id -> announcements(id, String.valueOf(days)));
  }

  private String stage() {
    return renewed()
        ? "renewed"
        : acknowledgement
            .filter(decision -> decision.by() instanceof Acknowledgement.By.Tag)
            .map(decision -> "tagged-" + decision.until())
            .orElseGet(() -> String.valueOf(milestone));
  }

  /// The announcements under one id, the one that is made first.
  private Stream<Announcement> announcements(String id, String stage) {
    return new RecordedEnd(commitment.end())
        .names()
        .map(end ->
            Announcement.of(
                RecordedCommitment.PREFIX + "%s#%s#%s".formatted(keyOf(id), end, stage),
                commitment.end()));
  }
}
