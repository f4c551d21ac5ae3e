package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/// The quantity of usage that a commitment gives its discount on: normalized units where its size
/// is flexible, money an hour for a Savings Plan, otherwise a number of instances, nodes or the
/// like.
///
/// @param key the kind of usage
/// @param units the amount, more than 0
record Quantity(CoverageKey key, BigDecimal units) {
  Quantity {
    requireNonNull(key, "key is null");
    if (units.signum() <= 0) {
      throw new IllegalArgumentException("units are not more than 0: " + units);
    }
  }

  /// Measures a commitment; empty if too little is known of it to compare it with another.
  static Optional<Quantity> of(Commitment commitment) {
    return switch (commitment.covered()) {
      case Covered.Resources resources -> of(commitment, resources);
      case Covered.Spend plan -> of(commitment, plan);
    };
  }

  private static Optional<Quantity> of(Commitment commitment, Covered.Resources covered) {
    // The listing of Capacity Blocks does not say which resources they hold.
    if (covered.unit() == Unit.BLOCKS || isMissing(covered.resourceType())) {
      return Optional.empty();
    }
    BigDecimal count = BigDecimal.valueOf(covered.quantity());
    return Optional.of(
        SizeFlexibility.of(commitment)
            .sized(covered)
            .map(sized ->
                new Quantity(
                    CoverageKey.ofFamily(commitment, covered, sized.family()),
                    sized.normalizedUnits().multiply(count)))
            .orElseGet(() -> new Quantity(CoverageKey.ofType(commitment, covered), count)));
  }

  private static Optional<Quantity> of(Commitment commitment, Covered.Spend plan) {
    return plan.hourly()
        .filter(hourly -> hourly.amount().signum() > 0 && !isMissing(plan.planType()))
        .map(hourly ->
            new Quantity(CoverageKey.ofPlan(commitment, plan, currency(hourly)), hourly.amount()));
  }

  private static String currency(Money money) {
    return money.currency().orElse("");
  }

  /// Tells whether a type is missing. AWS's types begin with a letter or a digit; the placeholder
  /// for one that was left out does not.
  private static boolean isMissing(String type) {
    return type.isBlank() || !Character.isLetterOrDigit(type.charAt(0));
  }
}
