package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/// How much of a usage a commitment gives its discount on: normalized units where its size is
/// flexible, money an hour for a Savings Plan, otherwise a number of instances, nodes or the like.
///
/// @param usage of what
/// @param units how much, more than nothing
record Quantity(CoverageKey usage, BigDecimal units) {
  Quantity {
    requireNonNull(usage, "usage is null");
    if (units.signum() <= 0) {
      throw new IllegalArgumentException("units are not more than 0: " + units);
    }
  }

  /// Empty if too little is known of the commitment to compare it with another.
  static Optional<Quantity> of(Commitment commitment) {
    return switch (commitment.covered()) {
      case Covered.Resources resources -> of(commitment, resources);
      case Covered.Spend plan -> of(commitment, plan);
    };
  }

  private static Optional<Quantity> of(Commitment commitment, Covered.Resources covered) {
    // The listing of capacity blocks does not tell what stands in them.
    if (covered.unit() == Unit.BLOCKS || untold(covered.resourceType())) {
      return Optional.empty();
    }
    BigDecimal quantity = BigDecimal.valueOf(covered.quantity());
    return Optional.of(
        SizeFlexibility.of(commitment)
            .sized(covered)
            .map(sized ->
                new Quantity(
                    CoverageKey.ofFamily(commitment, covered, sized.family()),
                    sized.normalizedUnits().multiply(quantity)))
            .orElseGet(() -> new Quantity(CoverageKey.ofType(commitment, covered), quantity)));
  }

  private static Optional<Quantity> of(Commitment commitment, Covered.Spend plan) {
    return plan.hourly()
        .filter(hourly -> hourly.amount().signum() > 0 && !untold(plan.planType()))
        .map(hourly ->
            new Quantity(CoverageKey.ofPlan(commitment, plan, currency(hourly)), hourly.amount()));
  }

  private static String currency(Money money) {
    return money.currency().orElse("");
  }

  /// AWS's types begin with a letter or a digit; what stands in for one that was left out does not.
  private static boolean untold(String type) {
    return type.isBlank() || !Character.isLetterOrDigit(type.charAt(0));
  }
}
