package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Service;
import java.time.Duration;
import java.time.Instant;

/// A pair of commitments, of which the second may be the one that the first was modified into or
/// exchanged for.
///
/// Only EC2 moves an end: the reservation that is modified or exchanged is retired, "its end date
/// is the start date of the new reservation". A Redshift node that was exchanged keeps its start
/// and its duration, so that it still ends in the future.
///
/// @param before the one that has ended
/// @param after the other one
/// @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ri-modifying.html">EC2</a>
record Succession(Commitment before, Commitment after) {
  /// The largest difference between times that count as the same. Recorded ends are cut to the
  /// second and then a second early, recorded starts have milliseconds; the rest is leeway.
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  private static final String STANDARD = "standard";
  private static final String CONVERTIBLE = "convertible";

  Succession {
    requireNonNull(before, "before is null");
    requireNonNull(after, "after is null");
  }

  /// Tells whether a commitment may be the first of a pair: a service has cut it short.
  ///
  /// One that lasted its whole term was not cut short: a commitment that begins in that second was
  /// bought for it, or for another one that was bought on the same day, and whether it is enough is
  /// for [RenewalPolicy] to judge.
  static boolean mayGoOn(Commitment before) {
    return canModify(before)
        && before.state() == Known.RETIRED
        && !WholeTerm.isAbout(Duration.between(before.start(), before.end()), TOLERANCE);
  }

  /// Tells whether a commitment may be the second of a pair.
  ///
  /// @param grace takes a part of an exchange that costs something for bought until it is paid
  static boolean maySucceed(Commitment after, PaymentGrace grace) {
    return canModify(after) && (LapsePolicy.hasCounted(after.state()) || grace.covers(after));
  }

  private static boolean canModify(Commitment commitment) {
    return commitment.service() == Service.EC2;
  }

  /// The earliest start of what goes on where a commitment was cut short.
  static Instant earliestStart(Commitment before) {
    return before.end().minus(TOLERANCE);
  }

  /// The latest start of what goes on where a commitment was cut short.
  static Instant latestStart(Commitment before) {
    return before.end().plus(TOLERANCE);
  }

  /// Tells whether the second one goes on where the first was cut short, if the one may go on and
  /// the other may succeed.
  boolean isModification() {
    return Place.of(before).equals(Place.of(after))
        && !before.id().equals(after.id())
        && !after.start().isBefore(earliestStart(before))
        && !after.start().isAfter(latestStart(before))
        && after.end().isAfter(before.end())
        && isSameKind();
  }

  /// A modification changes zone, scope, count, and size within a family; an exchange, which only
  /// convertible reservations allow, changes everything else too.
  private boolean isSameKind() {
    return offeringClass(before).equals(offeringClass(after))
        && (offeringClass(before).equals(CONVERTIBLE)
            || (family(before).equals(family(after)) && platform(before).equals(platform(after))));
  }

  /// The offering class, which reservations from before there were classes do not report.
  private static String offeringClass(Commitment commitment) {
    return commitment.offering().offeringClass().orElse(STANDARD);
  }

  private static String family(Commitment commitment) {
    String type = commitment.covered().resourceType();
    int dot = type.indexOf('.');
    return dot < 0 ? type : type.substring(0, dot);
  }

  /// The platform, without the suffix of a reservation that was moved from EC2-Classic.
  private static String platform(Commitment commitment) {
    return switch (commitment.covered()) {
      case Covered.Resources resources -> CoverageKey.platform(resources);
      case Covered.Spend _ -> "";
    };
  }

  /// The place in which a commitment and its successor both are.
  record Place(AccountId accountId, String region, Service service) {
    static Place of(Commitment commitment) {
      return new Place(commitment.accountId(), commitment.region(), commitment.service());
    }
  }
}
