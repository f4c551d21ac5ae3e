package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.expiry.Expiring;
import dev.riexpiry.ledger.OpenGap;
import dev.riexpiry.payment.PaymentTrouble;
import dev.riexpiry.sweep.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one message tells: a slice of what one group of people is to be told.
///
/// @param expiring soonest end first
/// @param renewed what is expiring and renewed; the last message tells of it
/// @param troubles purchases that are not paid, the worst first
/// @param unreadable by place
/// @param recovered places that can be read again; the last message tells of them
/// @param number which message of the group this is, from 1
/// @param of how many messages the group gets
/// @param notRead all that the group could not be told of, told in this part or not
/// @param untold what of that stands in no part, because it would only repeat its like
record Part(
    List<Expiring> expiring,
    List<Expiring> renewed,
    List<PaymentTrouble> troubles,
    List<Unreadable> unreadable,
    List<OpenGap> recovered,
    int number,
    int of,
    NotRead notRead,
    NotRead untold) {
  /// @throws IllegalArgumentException if it is empty, or `number` is not from 1 to `of`
  Part {
    expiring = List.copyOf(expiring);
    renewed = List.copyOf(renewed);
    troubles = List.copyOf(troubles);
    unreadable = List.copyOf(unreadable);
    recovered = List.copyOf(recovered);
    if (new News(expiring, renewed, troubles, unreadable, recovered).isEmpty()) {
      throw new IllegalArgumentException("an alert has nothing to tell");
    }
    requireNonNull(notRead, "notRead is null");
    requireNonNull(untold, "untold is null");
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("no such part: " + number + " of " + of);
    }
  }

  /// Tells whether this is the group's last message.
  boolean last() {
    return number == of;
  }

  /// The accounts concerned, soonest end first, none twice.
  List<AccountId> accountIds() {
    return Stream.of(
            expiring.stream().map(item -> item.commitment().accountId()),
            troubles.stream().map(trouble -> trouble.commitment().accountId()),
            unreadable.stream().map(Unreadable::accountId).flatMap(Optional::stream),
            recovered.stream().map(gap -> gap.place().accountId()).flatMap(Optional::stream))
        .flatMap(accounts -> accounts)
        .distinct()
        .toList();
  }
}
