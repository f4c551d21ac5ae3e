package dev.riexpiry.policy;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Scope;
import dev.riexpiry.commitment.Service;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules by which reservations give their discount to every size of their family. Where AWS's
/// documentation leaves a doubt the answer is no: a renewal that is not recognized costs a glance,
/// one that is recognized wrongly costs the discount.
///
/// @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/apply_ri.html">EC2</a>
/// @see <a
///   href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithReservedDBInstances.html">RDS</a>
enum SizeFlexibility {
  /// Applies to regional Linux with default tenancy.
  EC2 {
    @Override
    Optional<SizedType> sized(Covered.Resources covered) {
      return SizedType.parse(covered.resourceType())
          .filter(type ->
              covered.scope() instanceof Scope.Region
                  && CoverageKey.platform(covered).equals(LINUX)
                  && CoverageKey.tenancy(covered).equals(CoverageKey.USUAL_TENANCY)
                  && !INFLEXIBLE.contains(kindOf(type.family())));
    }
  },
  /// Applies to the open engines, Aurora, and Oracle with a licence of the owner's. A pair in two
  /// zones counts double.
  RDS {
    @Override
    Optional<SizedType> sized(Covered.Resources covered) {
      return SizedType.parse(covered.resourceType())
          .filter(_ -> flexibleEngine(CoverageKey.platform(covered)))
          .map(type -> covered.multiAz() ? doubled(type) : type);
    }
  },
  /// Applies to the exact type only.
  NONE {
    @Override
    Optional<SizedType> sized(Covered.Resources covered) {
      return Optional.empty();
    }
  };

  private static final String LINUX = "linux/unix";

  /// The kinds of families without size flexibility. AWS names single families of these (G4ad,
  /// G4dn, G5, Inf1, P5, Hpc7a and others) and adds new ones to its list as they come, so no family
  /// of these kinds is taken for flexible.
  private static final Set<String> INFLEXIBLE =
      Set.of("g", "gr", "p", "inf", "trn", "dl", "vt", "f", "hpc", "u");

  private static final Set<String> FLEXIBLE_ENGINES =
      Set.of("mysql", "mariadb", "postgresql", "aurora", "aurora-mysql", "aurora-postgresql");

  private static final Pattern LETTERS = Pattern.compile("[a-z]+");

  /// The rule of the commitment's service.
  static SizeFlexibility of(Commitment commitment) {
    return commitment.service() == Service.EC2
        ? EC2
        : commitment.service() == Service.RDS ? RDS : NONE;
  }

  /// The family, and the normalized units of one in it; empty if only the exact type counts.
  abstract Optional<SizedType> sized(Covered.Resources covered);

  private static String kindOf(String family) {
    Matcher letters = LETTERS.matcher(family);
    return letters.lookingAt() ? letters.group() : family;
  }

  private static boolean flexibleEngine(String engine) {
    return FLEXIBLE_ENGINES.contains(engine)
        || (engine.startsWith("oracle") && engine.contains("byol"));
  }

  private static SizedType doubled(SizedType type) {
    return new SizedType(type.family(), type.normalizedUnits().multiply(BigDecimal.TWO));
  }
}
