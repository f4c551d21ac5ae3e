package dev.riexpiry.alert;

import dev.riexpiry.finding.Advice;
import dev.riexpiry.finding.AdviceReason;
import dev.riexpiry.finding.AdviceReason.AboveBreakEven;
import dev.riexpiry.finding.AdviceReason.BelowBreakEven;
import dev.riexpiry.finding.AdviceReason.Between;
import dev.riexpiry.finding.AdviceReason.BreakEvenUnknown;
import dev.riexpiry.finding.AdviceReason.Fell;
import dev.riexpiry.finding.AdviceReason.FewDays;
import dev.riexpiry.finding.AdviceReason.JudgedTogether;
import dev.riexpiry.finding.AdviceReason.OthersUnknown;
import dev.riexpiry.finding.AdviceReason.PartPays;
import dev.riexpiry.finding.AdviceReason.RenewedAlready;
import dev.riexpiry.finding.AdviceReason.Rose;
import dev.riexpiry.finding.AdviceReason.SmallerPlanMayPay;
import dev.riexpiry.finding.AdviceReason.TooLittleForPart;
import dev.riexpiry.finding.AdviceReason.Unused;
import dev.riexpiry.finding.AdviceReason.Used;
import dev.riexpiry.finding.AdviceReason.WeekUnknown;
import java.math.BigDecimal;
import java.util.List;

/// Writes an advice and its reasons. It says what is worth renewing, and never what to buy: prices
/// of today's offers are not known.
public final class AdviceText {
  private AdviceText() {}

  /// Writes what to do, such as `renew 5 of 10`.
  ///
  /// @param of the units of the commitment
  public static String verdict(Advice advice, int of) {
    return switch (advice.verdict()) {
      case RENEW, RENEW_PART ->
          of == 1
              ? "renew"
              : "renew %s of %s"
                  .formatted(Wording.number(advice.quantity().orElseThrow()), Wording.number(of));
      case LET_GO -> "let go";
      case LOOK -> "look";
      case RENEWED -> "renewed";
    };
  }

  /// Writes the reasons, one clause each.
  public static List<String> reasons(Advice advice) {
    return advice.reasons().stream()
        .map(
            reason -> reason(reason) + (isOfOthers(reason, advice) ? ", and these are others" : ""))
        .toList();
  }

  /// Tells whether a reason is that a part pays, of which nothing is of this commitment.
  private static boolean isOfOthers(AdviceReason reason, Advice advice) {
    return reason instanceof PartPays && advice.verdict() == Advice.Verdict.LET_GO;
  }

  private static String reason(AdviceReason reason) {
    return switch (reason) {
      case Used used ->
          "used %s in the last 30 days and %s in the last 7"
              .formatted(percent(used.month()), percent(used.week()));
      case JudgedTogether(int others) ->
          "judged together with %s that can cover for it".formatted(Wording.count(others, "other"));
      case Unused _ -> "nothing of it was used";
      case AboveBreakEven(BigDecimal breakEven) -> pays(breakEven);
      case BelowBreakEven(BigDecimal breakEven, int units) ->
          units == 1
              ? pays(breakEven)
              : pays(breakEven) + ", and not even one of %s would".formatted(Wording.number(units));
      case PartPays(int pay, int of) ->
          "%s of %s %s all the time, which Cost Explorer's average cannot tell from all of them running a part of the time"
              .formatted(
                  Wording.number(pay),
                  Wording.number(of),
                  pay == 1
                      ? "pays if it runs"
                      : "pay if these %s run".formatted(Wording.number(pay)));
      case Fell(BigDecimal points) ->
          "its use fell by %s points: what it covers may be being given up"
              .formatted(plain(points));
      case Rose(BigDecimal points) ->
          "its use rose by %s points: more may be needed than the last 30 days show"
              .formatted(plain(points));
      case FewDays(int days, int needed) ->
          "only %s of data, of the %s that it takes".formatted(Wording.count(days, "day"), needed);
      case WeekUnknown _ -> "the use of the last 7 days is not known";
      case OthersUnknown _ -> "the use of others that can cover for it is not known";
      case BreakEvenUnknown _ -> "the share from which on it pays is not known";
      case TooLittleForPart(BigDecimal least) ->
          "below %s an average cannot tell a part that runs all the time from office hours"
              .formatted(percent(least));
      case SmallerPlanMayPay(BigDecimal breakEven) ->
          pays(breakEven) + "; a smaller plan may pay, but what it would take over cannot be seen";
      case Between(BigDecimal breakEven) ->
          pays(breakEven)
              + ", and whether it is used for that depends on the days, or on what the usage is counted on";
      case RenewedAlready _ -> "all of it is renewed";
    };
  }

  private static String pays(BigDecimal breakEven) {
    return "it pays from %s on".formatted(percent(breakEven));
  }

  private static String percent(BigDecimal percent) {
    return plain(percent) + " %";
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
