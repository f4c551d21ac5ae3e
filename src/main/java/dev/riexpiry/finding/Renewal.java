package dev.riexpiry.finding;



import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// What is known of an expiring commitment's renewal.
public sealed interface Renewal {
  /// As in JSON and CSV.
  String state();

  /// Who takes over, earliest first.
  List<Replacement> by();

  /// How much of it is taken over, from 0 to 1; never 1 if anything is missing.
  BigDecimal share();

  /// Calendar days until the last of those that take over begins, counted from the expiring one's
  /// last day; 0 if none begins later.
  default int gapDays() {
    return by().stream().mapToInt(Replacement::gapDays).max().orElse(0);
  }

  /// Tells whether nobody has to do anything: all of it is taken over, and without a gap.
  default boolean settled() {
    return switch (this) {
      case Covered _ -> gapDays() == 0;
      case Partly _, None _ -> false;
    };
  }

  /// All of it is taken over.
  ///
  /// @param by at least one
  record Covered(List<Replacement> by) implements Renewal {
    /// @throws IllegalArgumentException if nobody takes over
    public Covered {
      by = someoneOf(by);
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

  /// A part of it is taken over.
  ///
  /// @param by at least one
  /// @param of the units of all of it
  record Partly(List<Replacement> by, BigDecimal of) implements Renewal {
    private static final int DECIMALS = 4;
    private static final int HUNDREDTHS = 2;

    /// @throws IllegalArgumentException if nobody takes over, or all of it is taken over
    public Partly {
      by = someoneOf(by);
      if (units(by).compareTo(of) >= 0) {
        throw new IllegalArgumentException("%s of %s is not a part".formatted(units(by), of));
      }
    }

    @Override
    public String state() {
      return "partly";
    }

    /// How much of a whole that is worth `whole` is not taken over, rounded up to hundredths.
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

  /// Nobody is known to take over.
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

  private static List<Replacement> someoneOf(List<Replacement> by) {
    if (by.isEmpty()) {
      throw new IllegalArgumentException("nobody takes over");
    }
    return List.copyOf(by);
  }

  private static BigDecimal units(List<Replacement> by) {
    return by.stream().map(Replacement::units).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
