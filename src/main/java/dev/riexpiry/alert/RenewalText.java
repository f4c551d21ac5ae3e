package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Renewal.Replacement;
import dev.riexpiry.text.PlainText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes which part of a commitment is renewed, and by which others.
final class RenewalText {
  private RenewalText() {}

  /// The part that is renewed although there is something to do; empty if nothing is renewed.
  static Optional<String> inPart(Expiring item) {
    return switch (item.renewal()) {
      case Renewal.None _ -> Optional.empty();
      case Renewal.Full full -> Optional.of("renewed by %s%s".formatted(by(full), gap(full)));
      case Renewal.Partial partial ->
          Optional.of(
              "renewed in part by %s%s; not renewed: %s"
                  .formatted(by(partial), gap(partial), remaining(item.commitment(), partial)));
    };
  }

  /// The ids of the commitments that take over.
  static String by(Renewal renewal) {
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

  /// Writes the part that is not renewed as the commitment is written: `2 of 4 × m5.large`, `0.60
  /// of 1.00 USD an hour`.
  private static String remaining(Commitment commitment, Renewal.Partial partial) {
    return switch (commitment.covered()) {
      case Covered.Resources resources ->
          partial.remaining(BigDecimal.valueOf(resources.quantity())).toPlainString()
              + " of "
              + resources.amount();
      case Covered.Spend plan ->
          plan.hourly()
              .map(hourly ->
                  "%s of %s an hour"
                      .formatted(
                          new Money(partial.remaining(hourly.amount()), Optional.empty()), hourly))
              .orElseGet(plan::amount);
    };
  }
}
