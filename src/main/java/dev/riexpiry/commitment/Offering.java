package dev.riexpiry.commitment;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The payment option and the offering class that the buyer of a commitment chose.
///
/// @param payment `All Upfront`, `Partial Upfront` or `No Upfront`; of old commitments something
///   like `Heavy Utilization`
/// @param offeringClass such as `standard` or `convertible`, where the service has classes
public record Offering(Optional<String> payment, Optional<String> offeringClass) {
  private static final String ALL = "All Upfront";
  private static final String PARTIAL = "Partial Upfront";

  /// The offering of which nothing is known.
  public static final Offering UNKNOWN = new Offering(Optional.empty(), Optional.empty());

  public Offering {
    requireNonNull(payment, "payment is null");
    requireNonNull(offeringClass, "offeringClass is null");
    payment = payment.map(Offering::spelled);
  }

  /// Unifies the spelling: services spell one and the same option `No Upfront`, `NO_UPFRONT` and
  /// `NoUpfront`.
  private static String spelled(String payment) {
    return switch (payment.toLowerCase(Locale.ROOT).replace("_", "").replace(" ", "")) {
      case "allupfront" -> ALL;
      case "partialupfront" -> PARTIAL;
      case "noupfront" -> "No Upfront";
      default -> payment;
    };
  }

  /// Tells whether at least a part was paid when it was bought.
  public boolean paidUpfront() {
    return payment.filter(option -> option.equals(ALL) || option.equals(PARTIAL)).isPresent();
  }

  Stream<String> details() {
    return Stream.of(payment, offeringClass).flatMap(Optional::stream);
  }
}
