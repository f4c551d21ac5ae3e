package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.Commitment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// The renewal of a commitment that is about to end or has ended, as far as it is known.
public sealed interface Renewal {
  /// The longest time before an end and after it within which a replacement begins where it ends:
  /// what is uncovered for so long costs less than the mail about it.
  Duration SEAMLESS = Duration.ofHours(1);

  /// The word that stands for it in JSON and CSV.
  String state();

  /// The commitments that take over or may take over, earliest first.
  List<Replacement> by();

  /// The share of it that is taken over, from 0 to 1; never 1 if anything is missing.
  BigDecimal share();

  /// The time that lies uncovered until the last of those that take over begins; zero if they begin
  /// before the end or within an hour of it.
  default Duration gap() {
    return by().stream()
        .map(Replacement::gap)
        .filter(gap -> gap.compareTo(SEAMLESS) > 0)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /// The same time in whole hours, rounded, but never so that a gap of more than an hour reads as
  /// one of an hour.
  default long gapHours() {
    return gap().isZero() ? 0 : Math.max(2, gap().plusMinutes(30).toHours());
  }

  /// The calendar days from the last day of what ends to the first day of the last of those that
  /// take over; 0 if nothing of a day lies between them.
  default int gapDays() {
    return by().stream().mapToInt(Replacement::gapDays).max().orElse(0);
  }

  /// Tells whether there is nothing to do: all of it is taken over, and without a gap.
  default boolean settled() {
    return switch (this) {
      case Full _ -> gap().isZero();
      case Partial _, Perhaps _, None _ -> false;
    };
  }

  /// Tells whether it is settled by a purchase that begins more than an hour before the end, which
  /// may have been made for a new use: people are told of that once.
  default boolean overlaps() {
    return settled()
        && by().stream().anyMatch(item -> item.gap().compareTo(SEAMLESS.negated()) < 0);
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
  /// @param perhaps purchases like it that began too long before its end to be counted, and may be
  ///   for the rest
  record Partial(List<Replacement> by, BigDecimal of, List<Replacement> perhaps)
      implements Renewal {
    private static final int DECIMALS = 4;
    private static final int HUNDREDTHS = 2;

    /// @throws IllegalArgumentException if nothing takes over, or all of it is taken over
    public Partial {
      by = atLeastOne(by);
      perhaps = List.copyOf(perhaps);
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
      return shareOf(by, of);
    }
  }

  /// Purchases like it that began too long before its end to be taken for its renewal.
  ///
  /// @param by at least one
  /// @param of the units of all of it
  record Perhaps(List<Replacement> by, BigDecimal of) implements Renewal {
    /// @throws IllegalArgumentException if nothing may take over
    public Perhaps {
      by = atLeastOne(by);
      requireNonNull(of, "of is null");
    }

    @Override
    public String state() {
      return "perhaps";
    }

    @Override
    public BigDecimal share() {
      return shareOf(by, of);
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

  private static BigDecimal shareOf(List<Replacement> by, BigDecimal all) {
    return units(by).divide(all, Partial.DECIMALS, RoundingMode.DOWN).stripTrailingZeros();
  }

  private static BigDecimal units(List<Replacement> by) {
    return by.stream().map(Replacement::units).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// A commitment that takes over from another one, and how much of it.
  ///
  /// @param commitment the one that takes over
  /// @param units the amount it takes over, in normalized units, money an hour, or pieces
  /// @param gap the time from the end of the other one to its start; negative if it begins before
  /// @param gapDays calendar days in the zone of the check from the last day of the other one to
  ///   the first of this one; 0 if it begins before the end or within an hour of it
  public record Replacement(Commitment commitment, BigDecimal units, Duration gap, int gapDays) {
    /// @throws IllegalArgumentException if `units` is not more than 0 or `gapDays` is negative
    public Replacement {
      requireNonNull(commitment, "commitment is null");
      requireNonNull(gap, "gap is null");
      if (units.signum() <= 0 || gapDays < 0) {
        throw new IllegalArgumentException(
            "units are not more than 0 or gapDays is negative: %s, %s".formatted(units, gapDays));
      }
    }
  }
}
