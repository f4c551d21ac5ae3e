package dev.riexpiry.payer;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.commitment.AccountLabel;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.commitment.CommitmentState.Known;
import dev.riexpiry.commitment.CommitmentState.Unknown;
import dev.riexpiry.commitment.Covered;
import dev.riexpiry.commitment.Label;
import dev.riexpiry.commitment.Money;
import dev.riexpiry.commitment.Offering;
import dev.riexpiry.commitment.Term;
import dev.riexpiry.finding.Usage;
import dev.riexpiry.finding.Worth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What reservations and Savings Plans have in common as Cost Explorer lists them.
///
/// @param row the row
/// @param question the listing it is in
/// @param window the days that were asked about
/// @param currency the currency of its amounts
record Listed(Row row, Question question, Window window, String currency) {
  static final int DECIMALS = 10;

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final int PRICE_DECIMALS = 6;

  /// The largest difference of times that count as the same: Cost Explorer has whole seconds, and
  /// ends a second early.
  static final Duration TOLERANCE = Duration.ofSeconds(2);

  Listed {
    requireNonNull(row, "row is null");
    requireNonNull(question, "question is null");
    requireNonNull(window, "window is null");
    requireNonNull(currency, "currency is null");
  }

  /// The commitment of the row; empty if it lacks what no commitment can be without.
  Optional<PayerCommitment> read() {
    Optional<AccountId> owner = row.account();
    Optional<Instant> end = row.time("endDateTime");
    Kind kind = question.isAboutPlans() ? PlanRow.of(this) : ReservationRow.of(this);
    Optional<String> id =
        kind.id().or(() -> kind.arn().map(Listed::lastPart)).or(() -> row.text("subscriptionId"));
    if (owner.isEmpty() || end.isEmpty() || id.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> cancelled =
        row.time("cancellationDateTime").filter(time -> time.isBefore(end.get().minus(TOLERANCE)));
    Instant last = cancelled.orElse(end.get());
    Commitment commitment =
        new Commitment(
            owner.get(),
            kind.region(),
            question.service(),
            id.get(),
            cancelled.isPresent() ? Known.RETIRED : state(kind.status()),
            kind.covered(),
            new Offering(kind.payment(), kind.offeringClass()),
            new Term(row.time("startDateTime").orElse(last), last),
            hourly(kind.cost(), kind.hours()),
            new Label(Optional.empty(), kind.arn(), Map.of()));
    return Optional.of(
        new PayerCommitment(
            commitment,
            kind.id().isPresent() || kind.arn().isPresent(),
            new AccountLabel(
                owner.get(), row.text("accountName").orElse(owner.get().value()), Optional.empty()),
            usage(kind),
            worth(kind)));
  }

  /// The id of a reservation or plan at the end of its ARN.
  static String lastPart(String arn) {
    return arn.substring(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
  }

  /// The state that a status stands for. What is not active is over, if the status is a known one.
  private static CommitmentState state(Optional<String> status) {
    return switch (CommitmentState.of(status.orElse(""))) {
      case Unknown unknown -> unknown;
      case Known.RETURNED -> Known.RETURNED;
      case Known.CANCELLED -> Known.CANCELLED;
      case Known known -> known.live() ? known : Known.RETIRED;
    };
  }

  private Optional<Money> hourly(Optional<BigDecimal> cost, Optional<BigDecimal> hours) {
    return cost.filter(amount -> amount.signum() > 0)
        .flatMap(amount -> hours.map(by -> amount.divide(by, PRICE_DECIMALS, RoundingMode.HALF_UP)))
        .map(amount -> new Money(amount, Optional.of(currency)));
  }

  private Optional<Usage> usage(Kind kind) {
    return row.number("UtilizationPercentage")
        .filter(percent -> percent.signum() >= 0)
        .map(percent ->
            new Usage(
                window.from(),
                window.to(),
                percent,
                kind.instanceHours(),
                row.number("UnusedHours")));
  }

  /// The worth by the amounts of the window, of which each is divided by the hours that the
  /// commitment had within it: one that began or ended there had fewer than the window.
  private Worth worth(Kind kind) {
    Function<BigDecimal, Optional<BigDecimal>> monthly =
        amount ->
            kind.hours()
                .map(hours ->
                    amount.multiply(Worth.HOURS).divide(hours, DECIMALS, RoundingMode.HALF_UP));
    return new Worth(
        Optional.of(currency),
        kind.cost().flatMap(monthly),
        kind.onDemand().flatMap(monthly),
        kind.savings().flatMap(monthly),
        kind.breakEven(),
        kind.recurring().flatMap(monthly));
  }

  static Optional<BigDecimal> quotient(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.flatMap(dividend ->
        other
            .filter(divisor -> divisor.signum() > 0)
            .map(divisor -> dividend.divide(divisor, DECIMALS, RoundingMode.HALF_UP)));
  }

  static Optional<BigDecimal> percent(Optional<BigDecimal> share) {
    return share.map(PERCENT::multiply);
  }

  /// What differs between a reservation and a Savings Plan.
  ///
  /// @param id the service's own id, if it is given
  /// @param arn its ARN, if it is given
  /// @param region the region it was bought in, or [Service#GLOBAL]
  /// @param status its status
  /// @param covered the usage it gives a discount on
  /// @param payment the payment option
  /// @param offeringClass the offering class
  /// @param hours the hours that it had within the window; empty if there is none
  /// @param instanceHours the same of all its units together
  /// @param cost the amortised cost of these hours
  /// @param recurring the part of it that is billed by the hour
  /// @param onDemand what the usage it covered costs at the on-demand price
  /// @param savings the net savings
  /// @param breakEven the share to be used, in percent, for the savings to be as high as the cost
  record Kind(
      Optional<String> id,
      Optional<String> arn,
      String region,
      Optional<String> status,
      Covered covered,
      Optional<String> payment,
      Optional<String> offeringClass,
      Optional<BigDecimal> hours,
      Optional<BigDecimal> instanceHours,
      Optional<BigDecimal> cost,
      Optional<BigDecimal> recurring,
      Optional<BigDecimal> onDemand,
      Optional<BigDecimal> savings,
      Optional<BigDecimal> breakEven) {}
}
