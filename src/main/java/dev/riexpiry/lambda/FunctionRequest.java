package dev.riexpiry.lambda;

import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.delivery.DeliveryMode;
import dev.riexpiry.finding.CheckDate;
import dev.riexpiry.finding.Narrowing;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import dev.riexpiry.sweep.Roster;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes a request out of an event and the settings.
final class FunctionRequest {
  /// The furthest that the time of a scheduled event may be from the clock: longer than Lambda and
  /// EventBridge keep one to deliver it again, a day each.
  private static final Duration FURTHEST = Duration.ofDays(2);

  private FunctionRequest() {}

  /// The request of an event, without accounts yet.
  ///
  /// @throws InvalidInputException if alerts are to be sent and there is no topic
  static CheckRequest of(CheckEvent.OfCheck event, FunctionSettings settings, InstantSource clock) {
    CheckRequest request = plain(event, settings, clock);
    return settings.report().isPresent()
            && isReported(event, request.delivery() instanceof DeliveryMode.DryRun)
        ? request.withInventory()
        : request;
  }

  /// Tells whether the files of a report are written: not for a dry run, nor for a part of the
  /// accounts, which would stand in the place of the whole.
  static boolean isReported(CheckEvent.OfCheck event, boolean dryRun) {
    return isWhole(event) && !dryRun;
  }

  private static CheckRequest plain(
      CheckEvent.OfCheck event, FunctionSettings settings, InstantSource clock) {
    return switch (event) {
      case CheckEvent.Scheduled(Instant time) ->
          new CheckRequest(
                  Roster.EMPTY,
                  CheckDate.at(time, settings.timeZone()),
                  settings.milestones(),
                  settings.grouping(),
                  isFar(time, clock) ? dry(settings) : publish(settings))
              .with(settings.lapseWindow())
              .with(settings.overview())
              .through(settings.startUrl());
      case CheckEvent.ByHand byHand -> byHand(byHand, settings, clock);
      case CheckEvent.Step(SpreadStep.OfRun _, CheckEvent.OfCheck cause) ->
          plain(cause, settings, clock);
    };
  }

  /// The request of an event that was written by hand. Announcements of a day that the event names
  /// are not recorded.
  private static CheckRequest byHand(
      CheckEvent.ByHand byHand, FunctionSettings settings, InstantSource clock) {
    CheckRequest request =
        new CheckRequest(
                Roster.EMPTY,
                new CheckDate(
                    byHand
                        .checkDate()
                        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), settings.timeZone())),
                    settings.timeZone()),
                byHand.milestones().orElse(settings.milestones()),
                settings.grouping(),
                byHand.dryRun() ? dry(settings) : publish(settings))
            .with(settings.lapseWindow())
            .with(settings.overview())
            .through(settings.startUrl())
            .narrowed(byHand.accounts().map(Narrowing::to).orElse(Narrowing.NONE));
    return byHand.checkDate().isPresent() ? request.unrecorded() : request;
  }

  /// Why an event is checked, and nothing of it sent or recorded although it asks for that: a
  /// scheduled one of another time, such as the console's sample, would announce what was due then.
  static Optional<String> withheld(CheckEvent.OfCheck event, InstantSource clock) {
    return switch (event) {
      case CheckEvent.Scheduled(Instant time) ->
          isFar(time, clock)
              ? Optional.of(
                  ("nothing was sent or recorded: the event's time, %s, is more than two days from"
                          + " the clock, %s; send one of today, or {} to check today")
                      .formatted(time, clock.instant()))
              : Optional.empty();
      case CheckEvent.ByHand _ -> Optional.empty();
      case CheckEvent.Step(SpreadStep.OfRun _, CheckEvent.OfCheck cause) -> withheld(cause, clock);
    };
  }

  private static boolean isFar(Instant time, InstantSource clock) {
    return Duration.between(time, clock.instant()).abs().compareTo(FURTHEST) > 0;
  }

  /// Tells whether an event is about all accounts.
  static boolean isWhole(CheckEvent.OfCheck event) {
    return switch (event) {
      case CheckEvent.Scheduled _ -> true;
      case CheckEvent.ByHand byHand -> byHand.accounts().isEmpty();
      case CheckEvent.Step(SpreadStep.OfRun _, CheckEvent.OfCheck cause) -> isWhole(cause);
    };
  }

  /// The accounts of a roster that an event is about: it may narrow them and never reach beyond
  /// them. Which accounts a payer pays for is known only once it is asked.
  ///
  /// @throws InvalidInputException if the event names an account that the roster does not have
  static Roster narrowed(CheckEvent event, Roster roster) {
    return switch (event) {
      case CheckEvent.Scheduled _ -> roster;
      case CheckEvent.ByHand byHand ->
          byHand.accounts().map(ids -> narrow(roster, ids)).orElse(roster);
      case CheckEvent.Verify verify ->
          verify.accounts().map(ids -> narrow(roster, ids)).orElse(roster);
      case CheckEvent.Step(SpreadStep.OfRun _, CheckEvent.OfCheck cause) -> narrowed(cause, roster);
    };
  }

  private static DeliveryMode dry(FunctionSettings settings) {
    return new DeliveryMode.DryRun(settings.topicArn(), settings.channels());
  }

  private static DeliveryMode publish(FunctionSettings settings) {
    return new DeliveryMode.Publish(
        settings
            .topicArn()
            .orElseThrow(() ->
                new InvalidInputException(
                    "the function's environment",
                    List.of(
                        new Fault(
                            "TOPIC_ARN",
                            "it is not set",
                            "set it to the topic that alerts go to, or send \"dryRun\": true")))),
        settings.channels());
  }

  private static Roster narrow(Roster roster, List<AccountId> ids) {
    Set<AccountId> known = roster.ids().collect(Collectors.toSet());
    List<Fault> faults =
        ids.stream()
            .filter(id -> !known.contains(id) && !roster.ofPayerOnly())
            .map(id ->
                new Fault(
                    "accounts",
                    id + " is not in the accounts file, nor in the organization it names",
                    "name accounts of these only"))
            .toList();
    if (!faults.isEmpty()) {
      throw new InvalidInputException("the event", faults);
    }
    return roster.narrowed(
        roster.accounts().stream().filter(account -> ids.contains(account.id())).toList());
  }
}
