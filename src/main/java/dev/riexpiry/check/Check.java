package dev.riexpiry.check;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.alert.Alert;
import dev.riexpiry.alert.AlertComposer;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.commitment.Commitment;
import dev.riexpiry.commitment.CommitmentState;
import dev.riexpiry.expiry.Expiring;
import dev.riexpiry.expiry.ExpiryPolicy;
import dev.riexpiry.sweep.Failure;
import dev.riexpiry.sweep.Outcome;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.sweep.SweepResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Runs checks: sweeps the accounts, decides what is expiring, makes the alerts and has them sent.
///
/// @param sweep reads
/// @param publisher sends; not asked in a dry run
public record Check(Sweep sweep, Publisher publisher) {
  public Check {
    requireNonNull(sweep, "sweep is null");
    requireNonNull(publisher, "publisher is null");
  }

  /// Runs one check. Whatever AWS does is in the report; nothing is thrown for it.
  public CheckReport run(CheckRequest request) {
    ExpiryPolicy policy = new ExpiryPolicy(request.checkDate(), request.milestones());
    SweepResult result =
        sweep.run(
            request.accounts(),
            commitment -> policy.judge(commitment).isPresent() || isUnknown(commitment));
    List<Expiring> expiring = policy.expiring(result.kept());
    CheckSummary summary =
        new CheckSummary(
            request.checkDate(),
            request.milestones(),
            result.coverage(),
            expiring.size(),
            request.accounts().stream().collect(Collectors.toMap(Account::id, Account::name)));
    List<Delivered> alerts =
        new AlertComposer(request.grouping())
            .compose(summary, expiring, result.unreadable()).stream()
                .map(alert -> deliver(alert, request.delivery()))
                .toList();
    return new CheckReport(
        summary,
        request.delivery() instanceof Delivery.DryRun,
        expiring,
        result.unreadable(),
        alerts,
        result.kept().stream().filter(Check::isUnknown).map(Check::warning).sorted().toList());
  }

  private Delivered deliver(Alert alert, Delivery delivery) {
    return switch (delivery) {
      case Delivery.DryRun(Optional<TopicArn> topic) ->
          new Delivered(alert, topic, new Delivered.Result.NotSent());
      case Delivery.Publish(TopicArn topic) ->
          new Delivered(alert, Optional.of(topic), publish(topic, alert));
    };
  }

  private Delivered.Result publish(TopicArn topic, Alert alert) {
    return switch (publisher.publish(topic, alert)) {
      case Outcome.Found<String>(String messageId) -> new Delivered.Result.Sent(messageId);
      case Outcome.Failed<String>(Failure failure) -> new Delivered.Result.Refused(failure);
    };
  }

  private static boolean isUnknown(Commitment commitment) {
    return commitment.state() instanceof CommitmentState.Unknown;
  }

  private static String warning(Commitment commitment) {
    return "%s reservation %s in %s, %s has the state '%s', which this version does not know; it is treated as active"
        .formatted(
            commitment.service().label(),
            commitment.id(),
            commitment.accountId(),
            commitment.region(),
            commitment.state().text());
  }
}
