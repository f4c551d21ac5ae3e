package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// The renewal of an expiring commitment, as far as it is known.
public sealed interface Renewal {
  /// The word that stands for it in JSON and CSV.
  String state();

  /// The commitments that take over, earliest first.
  List<Replacement> by();

  /// The share of it that is taken over, from 0 to 1; never 1 if anything is missing.
  BigDecimal share();

  /// The calendar days until the last of those that take over begins, counted from the expiring
  /// one's last day; 0 if none begins later.
  default int gapDays() {
    return by().stream().mapToInt(Replacement::gapDays).max().orElse(0);
  }

  /// Tells whether there is nothing to do: all of it is taken over, and without a gap.
  default boolean settled() {
    return switch (this) {
      case Full _ -> gapDays() == 0;
      case Partial _, None _ -> false;
    };
  }

  /// The renewal of all of it.
  ///
  /// @param by at least one
  record Full(List<Replacement> by) implements Renewal {
    /// @throws IllegalArgumentException if nothing takes over
    public Full {
      by = atLeastOne(by);
    }

    @Override
    public String state() {
      return "covered";
    }

    @Override
    public BigDecimal share() {
      return BigDecimal.ONE;
    }
  }

  /// The renewal of a part of it.
  ///
  /// @param by at least one
  /// @param of the units of all of it
  record Partial(List<Replacement> by, BigDecimal of) implements Renewal {
    private static final int DECIMALS = 4;
    private static final int HUNDREDTHS = 2;

    /// @throws IllegalArgumentException if nothing takes over, or all of it is taken over
    public Partial {
      by = atLeastOne(by);
      if (units(by).compareTo(of) >= 0) {
        throw new IllegalArgumentException("%s of %s is not a part".formatted(units(by), of));
      }
    }

    @Override
    public String state() {
      return "partly";
    }

    /// Computes the part of `whole` that is not taken over, rounded up to hundredths.
    public BigDecimal remaining(BigDecimal whole) {
      return whole
          .multiply(of.subtract(units(by)))
          .divide(of, HUNDREDTHS, RoundingMode.UP)
          .stripTrailingZeros();
    }

    @Override
    public BigDecimal share() {
      return units(by).divide(of, DECIMALS, RoundingMode.DOWN).stripTrailingZeros();
    }
  }

  /// The absence of a renewal, as far as is known.
  record None() implements Renewal {
    @Override
    public String state() {
      return "none";
    }

    @Override
    public List<Replacement> by() {
      return List.of();
    }

    @Override
    public BigDecimal share() {
      return BigDecimal.ZERO;
    }
  }

  private static List<Replacement> atLeastOne(List<Replacement> by) {
    if (by.isEmpty()) {
      throw new IllegalArgumentException("nothing takes over");
    }
    return List.copyOf(by);
  }

  private static BigDecimal units(List<Replacement> by) {
    return by.stream().map(Replacement::units).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// A commitment that takes over from an expiring one, and how much of it.
  ///
  /// @param commitment the one that takes over
  /// @param units the amount it takes over, in normalized units, money an hour, or pieces
  /// @param gapDays calendar days in the zone of the check from the last day of the expiring one to
  ///   the first of this one; 0 if nothing lies between them
  public record Replacement(Commitment commitment, BigDecimal units, int gapDays) {
    /// @throws IllegalArgumentException if `units` is not more than 0 or `gapDays` is negative
    public Replacement {
      requireNonNull(commitment, "commitment is null");
      if (units.signum() <= 0 || gapDays < 0) {
        throw new IllegalArgumentException(
            "units are not more than 0 or gapDays is negative: %s, %s".formatted(units, gapDays));
      }
    }
  }
}
