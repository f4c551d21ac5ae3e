package dev.riexpiry.alert;



import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Replacement;
import dev.riexpiry.text.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is said of renewals.
public final class Renewed {
  /// What nobody has to act on shall not hide what somebody has to.
  static final int MAX_SHOWN = 30;

  private Renewed() {}

  /// The last section of a mail: what is renewed, two lines each; none if nothing is.
  static List<String> lines(List<Expiring> renewed, CheckSummary summary) {
    if (renewed.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("RENEWED ALREADY - nothing to do");
    lines.add("");
    for (Expiring item : shown(renewed)) {
      Commitment commitment = item.commitment();
      lines.add(
          "  %s: %s, %s, %s"
              .formatted(
                  Wording.day(summary.checkDate().lastDay(commitment.end())),
                  PlainText.of(summary.labelOf(commitment.accountId())),
                  commitment.region(),
                  commitment.service().label()));
      lines.add(
          "    %s, %s by %s"
              .formatted(
                  PlainText.of(commitment.covered().amount()),
                  PlainText.of(commitment.id()),
                  by(summary.renewals().of(item))));
    }
    if (renewed.size() > MAX_SHOWN) {
      lines.add(
          "  and %s more; the report of this run names each."
              .formatted(Wording.number(renewed.size() - MAX_SHOWN)));
    }
    return lines;
  }

  /// Those of which a message tells.
  static List<Expiring> shown(List<Expiring> renewed) {
    return renewed.subList(0, Math.min(MAX_SHOWN, renewed.size()));
  }

  /// What of one is renewed although somebody has to act; empty if nothing is.
  public static Optional<String> inPart(Expiring item, Renewal renewal) {
    return switch (renewal) {
      case Renewal.None _ -> Optional.empty();
      case Renewal.Covered covered ->
          Optional.of("renewed by %s%s".formatted(by(covered), gap(covered)));
      case Renewal.Partly partly ->
          Optional.of(
              "renewed in part by %s%s; not renewed: %s"
                  .formatted(by(partly), gap(partly), remaining(item.commitment(), partly)));
    };
  }

  private static String by(Renewal renewal) {
    return renewal.by().stream()
        .map(Replacement::commitment)
        .map(commitment -> PlainText.of(commitment.id()))
        .collect(Collectors.joining(", "));
  }

  private static String gap(Renewal renewal) {
    return renewal.gapDays() == 0
        ? ""
        : ", but only after a gap of " + Wording.count(renewal.gapDays(), "day");
  }

  /// In the words of the commitment itself: `2 of 4 × m5.large`, `0.60 of 1.00 USD an hour`.
  private static String remaining(Commitment commitment, Renewal.Partly partly) {
    return switch (commitment.covered()) {
      case Covered.Resources resources ->
          partly.remaining(BigDecimal.valueOf(resources.quantity())).toPlainString()
              + " of "
              + resources.amount();
      case Covered.Spend plan ->
          plan.hourly()
              .map(hourly ->
                  "%s of %s an hour"
                      .formatted(
                          new Money(partly.remaining(hourly.amount()), Optional.empty()), hourly))
              .orElseGet(plan::amount);
    };
  }
}
