package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/// A fact that an advice rests on. Shares are in percent, from 0 to 100 unless said otherwise.
public sealed interface AdviceReason {

  /// How much of everything that can cover for it was used.
  ///
  /// @param month in the last 30 days
  /// @param week in the last 7 days
  record Used(BigDecimal month, BigDecimal week) implements AdviceReason {
    public Used {
      requireNonNull(month, "month is null");
      requireNonNull(week, "week is null");
    }
  }

  /// It was judged together with other commitments, since each can cover what the others cover.
  ///
  /// @param others how many, at least 1
  record JudgedTogether(int others) implements AdviceReason {
    /// @throws IllegalArgumentException if there are no others
    public JudgedTogether {
      if (others < 1) {
        throw new IllegalArgumentException("others are less than 1: " + others);
      }
    }
  }

  /// Nothing of it was used, in both windows.
  record Unused() implements AdviceReason {}

  /// It was used for more than the share from which on it pays, in both windows.
  ///
  /// @param breakEven that share
  record AboveBreakEven(BigDecimal breakEven) implements AdviceReason {
    public AboveBreakEven {
      requireNonNull(breakEven, "breakEven is null");
    }
  }

  /// It was used for less than the share from which on it pays, in both windows, even if all that
  /// usage were that of one of its units.
  ///
  /// @param breakEven that share
  /// @param units the units that were judged together
  record BelowBreakEven(BigDecimal breakEven, int units) implements AdviceReason {
    public BelowBreakEven {
      requireNonNull(breakEven, "breakEven is null");
    }
  }

  /// Some of the units pay if they run all the time, which an average cannot tell from all of them
  /// running a part of the time.
  ///
  /// @param pay how many pay, at least 1
  /// @param of the units that were judged together, at least 2
  record PartPays(int pay, int of) implements AdviceReason {
    /// @throws IllegalArgumentException if it is not a part
    public PartPays {
      if (pay < 1 || of < 2 || pay > of) {
        throw new IllegalArgumentException("%s of %s is not a part".formatted(pay, of));
      }
    }
  }

  /// The use fell: what it covers may be given up.
  ///
  /// @param points by how many percentage points, from the last 30 days to the last 7
  record Fell(BigDecimal points) implements AdviceReason {
    public Fell {
      requireNonNull(points, "points is null");
    }
  }

  /// The use rose: it may be worth more than the last 30 days show.
  ///
  /// @param points by how many percentage points, from the last 30 days to the last 7
  record Rose(BigDecimal points) implements AdviceReason {
    public Rose {
      requireNonNull(points, "points is null");
    }
  }

  /// There are too few days of data.
  ///
  /// @param days how many there are
  /// @param needed how many it takes
  record FewDays(int days, int needed) implements AdviceReason {}

  /// Nothing is known of the last 7 days.
  record WeekUnknown() implements AdviceReason {}

  /// The use of something that can cover for it is not known.
  record OthersUnknown() implements AdviceReason {}

  /// The share from which on it pays is not known.
  record BreakEvenUnknown() implements AdviceReason {}

  /// It was used too little for its average to tell a part that runs all the time from all of it
  /// running during office hours.
  ///
  /// @param least the share from which on that is taken to be told
  record TooLittleForPart(BigDecimal least) implements AdviceReason {
    public TooLittleForPart {
      requireNonNull(least, "least is null");
    }
  }

  /// A Savings Plan was used for less than the share from which on it pays: a smaller one may pay.
  ///
  /// @param breakEven that share
  record SmallerPlanMayPay(BigDecimal breakEven) implements AdviceReason {
    public SmallerPlanMayPay {
      requireNonNull(breakEven, "breakEven is null");
    }
  }

  /// Whether it pays depends on which of the commitments that can cover for each other the usage is
  /// counted on, or on which of the two windows.
  ///
  /// @param breakEven the share from which on it pays
  record Between(BigDecimal breakEven) implements AdviceReason {
    public Between {
      requireNonNull(breakEven, "breakEven is null");
    }
  }

  /// All of it is renewed.
  record RenewedAlready() implements AdviceReason {}
}
