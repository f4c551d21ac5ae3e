package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Lapsed;
import dev.riexpiry.finding.Unpaid;
import dev.riexpiry.finding.Unreadable;
import dev.riexpiry.ledger.OpenGap;
import java.util.List;
import java.util.Optional;

/// What one message tells: a slice of what one group of people is to be told.
///
/// @param news the slice; the last message tells of what is renewed, of what can be read again and
///   of other topics
/// @param number which message of the group this is, from 1
/// @param of how many messages the group gets
/// @param notRead all that the group could not be told of, told in this part or not
/// @param untold what of that stands in no part, because it would only repeat its like
record Part(News news, int number, int of, NotRead notRead, NotRead untold) {
  /// @throws IllegalArgumentException if it is empty, or `number` is not from 1 to `of`
  Part {
    if (news.isEmpty()) {
      throw new IllegalArgumentException("an alert has nothing to tell");
    }
    requireNonNull(notRead, "notRead is null");
    requireNonNull(untold, "untold is null");
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("no such part: " + number + " of " + of);
    }
  }

  List<Lapsed> lapsed() {
    return news.lapsed();
  }

  List<Expiring> expiring() {
    return news.expiring();
  }

  List<Expiring> renewed() {
    return news.renewed();
  }

  List<Unpaid> troubles() {
    return news.troubles();
  }

  List<Unreadable> unreadable() {
    return news.unreadable();
  }

  List<OpenGap> recovered() {
    return news.recovered();
  }

  List<Elsewhere> elsewhere() {
    return news.elsewhere();
  }

  /// Tells whether this is the group's last message.
  boolean last() {
    return number == of;
  }

  /// The accounts concerned, none twice.
  List<AccountId> accountIds() {
    return news.accounts().flatMap(Optional::stream).toList();
  }
}
