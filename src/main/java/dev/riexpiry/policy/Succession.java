package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Service;
import java.time.Duration;
import java.util.List;

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

  /// The terms that EC2 sells: one year and three years, exact to the second.
  private static final List<Duration> TERMS = List.of(Duration.ofDays(365), Duration.ofDays(1095));

  private static final String STANDARD = "standard";
  private static final String CONVERTIBLE = "convertible";

  Succession {
    requireNonNull(before, "before is null");
    requireNonNull(after, "after is null");
  }

  /// Tells whether a service changes a commitment into another one.
  static boolean canModify(Service service) {
    return service == Service.EC2;
  }

  /// Tells whether the second one goes on where the first was cut short.
  ///
  /// One that lasted its whole term was not cut short: a commitment that begins in that second was
  /// bought for it, or for another one that was bought on the same day, and whether it is enough is
  /// for [RenewalPolicy] to judge.
  boolean isModification() {
    return canModify(before.service())
        && Place.of(before).equals(Place.of(after))
        && !before.id().equals(after.id())
        && before.state() == Known.RETIRED
        && LapsePolicy.hasCounted(after.state())
        && isAbout(Duration.between(before.end(), after.start()), Duration.ZERO)
        && after.end().isAfter(before.end())
        && !lastedItsTerm()
        && isSameKind();
  }

  private boolean lastedItsTerm() {
    Duration lasted = Duration.between(before.start(), before.end());
    return TERMS.stream().anyMatch(term -> isAbout(lasted, term));
  }

  private static boolean isAbout(Duration one, Duration other) {
    return one.minus(other).abs().compareTo(TOLERANCE) <= 0;
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
    return commitment.covered().resourceType().replaceFirst("\\..*", "");
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
