package dev.riexpiry.alert;

import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Renewal;
import dev.riexpiry.finding.Renewal.Replacement;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.text.PlainText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes which part of a commitment is renewed, and by which others.
public final class RenewalText {
  private RenewalText() {}

  /// What is known of a renewal; empty if nothing is.
  public static Optional<String> of(Finding.OfCommitment finding) {
    return switch (finding) {
      case Expiring expiring -> of(expiring.commitment(), expiring.renewal());
      case Lapsed lapsed -> of(lapsed.commitment(), lapsed.renewal());
      case Unpaid _ -> Optional.empty();
    };
  }

  private static Optional<String> of(Commitment commitment, Renewal renewal) {
    return switch (renewal) {
      case Renewal.None _ -> Optional.empty();
      case Renewal.Full full ->
          Optional.of(
              full.overlaps()
                  ? "renewed by %s, which begins %s before the end: look whether it was bought for this"
                      .formatted(by(full), lead(full.by()))
                  : "renewed by %s%s".formatted(by(full), gap(full)));
      case Renewal.Partial partial ->
          Optional.of(
              "renewed in part by %s%s; not renewed: %s%s"
                  .formatted(
                      by(partial),
                      gap(partial),
                      remaining(commitment, partial),
                      partial.perhaps().isEmpty()
                          ? ""
                          : ", or perhaps by %s, which begins %s before the end: look whether it was bought for this"
                              .formatted(ids(partial.perhaps()), lead(partial.perhaps()))));
      case Renewal.Perhaps perhaps ->
          Optional.of(
              "perhaps renewed by %s, which begins %s before the end: look whether it was bought for this"
                  .formatted(by(perhaps), lead(perhaps.by())));
    };
  }

  /// The longest time for which one of the replacements overlaps with what it replaces.
  private static String lead(List<Replacement> replacements) {
    return Wording.time(
        replacements.stream()
            .map(item -> item.gap().negated())
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO));
  }

  /// The ids of the commitments that take over.
  static String by(Renewal renewal) {
    return ids(renewal.by());
  }

  private static String ids(List<Replacement> replacements) {
    return replacements.stream()
        .map(Replacement::commitment)
        .map(commitment -> PlainText.of(commitment.id()))
        .collect(Collectors.joining(", "));
  }

  private static String gap(Renewal renewal) {
    return renewal.gap().isZero()
        ? ""
        : ", but only after a gap of "
            + (renewal.gap().compareTo(Duration.ofDays(2)) < 0
                ? Wording.time(renewal.gap())
                : Wording.count(renewal.gapDays(), "day"));
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
