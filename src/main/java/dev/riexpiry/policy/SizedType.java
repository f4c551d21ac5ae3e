package dev.riexpiry.policy;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An instance type taken apart: `m5.2xlarge` is 16 normalized units of `m5`.
///
/// AWS's tables of normalization factors hold one rule: an `xlarge` is 8, and a multiple of it that
/// many times 8. A `metal` size has no factor of its own, and `db.r5.large.tpc1.mem2x` is no plain
/// size, so neither is taken apart.
///
/// @param family what stands before the size, such as `m5` or `db.r6g`
/// @param normalizedUnits how much one of them counts in its family
record SizedType(String family, BigDecimal normalizedUnits) {
  private static final Pattern PLAIN = Pattern.compile("((?:db\\.)?[a-z0-9-]+)\\.([a-z0-9]+)");
  private static final Pattern MULTIPLE = Pattern.compile("([1-9][0-9]{0,3})xlarge");
  private static final int UNITS_OF_XLARGE = 8;

  SizedType {
    requireNonNull(family, "family is null");
    requireNonNull(normalizedUnits, "normalizedUnits is null");
  }

  /// Parses a type; empty if it has no size of which a normalization factor is known.
  static Optional<SizedType> parse(String type) {
    Matcher plain = PLAIN.matcher(type);
    return plain.matches()
        ? factor(plain.group(2)).map(units -> new SizedType(plain.group(1), units))
        : Optional.empty();
  }

  private static Optional<BigDecimal> factor(String size) {
    Matcher multiple = MULTIPLE.matcher(size);
    if (multiple.matches()) {
      return units(UNITS_OF_XLARGE * Integer.parseInt(multiple.group(1)));
    }
    return switch (size) {
      case "nano" -> Optional.of(new BigDecimal("0.25"));
      case "micro" -> Optional.of(new BigDecimal("0.5"));
      case "small" -> units(1);
      case "medium" -> units(2);
      case "large" -> units(4);
      case "xlarge" -> units(UNITS_OF_XLARGE);
      default -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> units(int units) {
    return Optional.of(BigDecimal.valueOf(units));
  }
}
