package dev.riexpiry.lambda;

import dev.riexpiry.account.Account;
import dev.riexpiry.check.CheckRequest;
import dev.riexpiry.check.Delivery;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.expiry.CheckDate;
import dev.riexpiry.input.Fault;
import dev.riexpiry.input.InvalidInputException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes a request out of an event, the settings and the accounts file.
final class FunctionRequest {
  private FunctionRequest() {}

  /// @throws InvalidInputException if the event names an account that the file does not, or alerts
  ///   are to be sent and there is no topic
  static CheckRequest of(
      CheckEvent event, FunctionSettings settings, List<Account> accounts, InstantSource clock) {
    return switch (event) {
      case CheckEvent.Scheduled(Instant time) ->
          new CheckRequest(
              accounts,
              CheckDate.at(time, settings.timeZone()),
              settings.milestones(),
              settings.grouping(),
              publish(settings));
      case CheckEvent.ByHand byHand ->
          new CheckRequest(
              byHand.accounts().map(ids -> narrow(accounts, ids)).orElse(accounts),
              new CheckDate(
                  byHand
                      .checkDate()
                      .orElseGet(() -> LocalDate.ofInstant(clock.instant(), settings.timeZone())),
                  settings.timeZone()),
              byHand.milestones().orElse(settings.milestones()),
              settings.grouping(),
              byHand.dryRun() ? new Delivery.DryRun(settings.topicArn()) : publish(settings));
    };
  }

  private static Delivery publish(FunctionSettings settings) {
    return new Delivery.Publish(
        settings
            .topicArn()
            .orElseThrow(() ->
                new InvalidInputException(
                    "the function's environment",
                    List.of(
                        new Fault(
                            "TOPIC_ARN",
                            "it is not set",
                            "set it to the topic that alerts go to, or send \"dryRun\": true")))));
  }

  /// An event may narrow the file's accounts and never reach beyond them.
  private static List<Account> narrow(List<Account> accounts, List<AccountId> ids) {
    Set<AccountId> known = accounts.stream().map(Account::id).collect(Collectors.toSet());
    List<Fault> faults =
        ids.stream()
            .filter(id -> !known.contains(id))
            .map(id ->
                new Fault(
                    "accounts",
                    id + " is not in the accounts file",
                    "name accounts of the file only"))
            .toList();
    if (!faults.isEmpty()) {
      throw new InvalidInputException("the event", faults);
    }
    return accounts.stream().filter(account -> ids.contains(account.id())).toList();
  }
}
