package dev.riexpiry.finding;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import java.time.LocalDate;
import java.util.Map;

/// The accounts that the last whole run had, of the runs that tell one topic. Without them nobody
/// would see that a list has become shorter.
///
/// @param topic the ARN of the topic of alerts
/// @param version counts the records of the topic, from 1
/// @param on the check date of the run
/// @param names what the accounts were called, by id
public record KnownAccounts(
    String topic, long version, LocalDate on, Map<AccountId, String> names) {
  public KnownAccounts {
    requireNonNull(topic, "topic is null");
    requireNonNull(on, "on is null");
    names = Map.copyOf(names);
  }
}
