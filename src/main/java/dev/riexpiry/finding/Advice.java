package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;

/// What to do about a commitment that is about to end or has ended, judged by how much it was used.
///
/// @param verdict what to do
/// @param quantity of the units that are not renewed yet, those that are worth renewing; empty
///   where the verdict leaves that open
/// @param reasons what the verdict rests on, at least one: what was judged and the figures, then
///   what decides
public record Advice(Verdict verdict, OptionalInt quantity, List<AdviceReason> reasons) {
  /// @throws IllegalArgumentException if there is no reason, `quantity` is negative, or is there or
  ///   missing where the verdict says otherwise
  public Advice {
    requireNonNull(verdict, "verdict is null");
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("an advice without a reason");
    }
    boolean fits =
        switch (verdict) {
          case RENEW, RENEW_PART -> quantity.orElse(0) > 0;
          case LET_GO -> quantity.orElse(-1) == 0;
          case LOOK, RENEWED -> quantity.isEmpty();
        };
    if (!fits) {
      throw new IllegalArgumentException("%s of %s".formatted(verdict.id(), quantity));
    }
  }

  /// The advice to renew all `quantity` units.
  public static Advice renew(int quantity, List<AdviceReason> reasons) {
    return new Advice(Verdict.RENEW, OptionalInt.of(quantity), reasons);
  }

  /// The advice to renew `quantity` units and no more.
  public static Advice renewPart(int quantity, List<AdviceReason> reasons) {
    return new Advice(Verdict.RENEW_PART, OptionalInt.of(quantity), reasons);
  }

  /// The advice to renew nothing.
  public static Advice letGo(List<AdviceReason> reasons) {
    return new Advice(Verdict.LET_GO, OptionalInt.of(0), reasons);
  }

  /// The advice to look for oneself, because the figures do not decide.
  public static Advice look(List<AdviceReason> reasons) {
    return new Advice(Verdict.LOOK, OptionalInt.empty(), reasons);
  }

  /// The statement that nothing is left to do.
  public static Advice renewed() {
    return new Advice(
        Verdict.RENEWED, OptionalInt.empty(), List.of(new AdviceReason.RenewedAlready()));
  }

  /// What to do about a commitment.
  public enum Verdict {
    RENEW("renew"),
    RENEW_PART("renew-part"),
    LET_GO("let-go"),
    LOOK("look"),
    RENEWED("renewed");

    private final String id;

    Verdict(String id) {
      this.id = requireNonNull(id, "id is null");
    }

    /// The word that stands for it in JSON and CSV.
    public String id() {
      return id;
    }
  }
}
