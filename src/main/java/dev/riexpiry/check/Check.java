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
import dev.riexpiry.sweep.Stop;
import dev.riexpiry.sweep.Sweep;
import dev.riexpiry.sweep.SweepResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
  ///
  /// @param stop when to end although not everything was read; a check that somebody ends sends
  ///   nothing, one that runs out of time sends what it found
  public CheckReport run(CheckRequest request, Stop stop) {
    SweepResult result = read(request, stop);
    return conclude(stop.isRequested() ? request.dry() : request, result);
  }

  /// Reads the accounts of a request. Results over different accounts of one request add up.
  public SweepResult read(CheckRequest request, Stop stop) {
    ExpiryPolicy policy = policy(request);
    return sweep.run(
        inOrder(request),
        commitment -> policy.judge(commitment).isPresent() || isDoubtful(commitment, request),
        stop);
  }

  /// Every other day begins at the other end, so that what a day did not reach comes first the day
  /// after, with nothing to remember.
  private static List<Account> inOrder(CheckRequest request) {
    List<Account> accounts = request.roster().accounts();
    return request.checkDate().date().toEpochDay() % 2 == 0 ? accounts : accounts.reversed();
  }

  /// Decides, tells and reports what the reading of a request came to.
  public CheckReport conclude(CheckRequest request, SweepResult read) {
    SweepResult result = read.plus(SweepResult.unlisted(request.roster().unlisted()));
    List<Expiring> expiring = policy(request).expiring(result.kept());
    CheckSummary summary =
        new CheckSummary(
            request.checkDate(),
            request.milestones(),
            result.coverage(),
            expiring.size(),
            request.roster().accounts().stream()
                .collect(Collectors.toMap(Account::id, Function.identity())));
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
        result.kept().stream()
            .filter(commitment -> isDoubtful(commitment, request))
            .map(Check::warning)
            .sorted()
            .toList());
  }

  private static ExpiryPolicy policy(CheckRequest request) {
    return new ExpiryPolicy(request.checkDate(), request.milestones());
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

  /// Services list what has ended for months, in states that need nobody's eye any more.
  private static boolean isDoubtful(Commitment commitment, CheckRequest request) {
    return commitment.state() instanceof CommitmentState.Unknown
        && request.checkDate().daysLeft(commitment.end()) >= 0;
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
