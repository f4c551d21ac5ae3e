package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.input.TopicArn;
import java.util.List;
import java.util.Optional;

/// What another topic is told, of which the digest tells the numbers.
///
/// @param topic the other topic
/// @param news what it is told
public record Elsewhere(TopicArn topic, News news) {
  public Elsewhere {
    requireNonNull(topic, "topic is null");
    requireNonNull(news, "news is null");
  }

  /// Whose it is.
  List<AccountId> accountIds() {
    return news.accounts().flatMap(Optional::stream).toList();
  }

  /// How much of it could not be read.
  NotRead notRead() {
    return NotRead.of(news.unreadable());
  }
}
