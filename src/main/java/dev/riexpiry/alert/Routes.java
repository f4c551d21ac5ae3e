package dev.riexpiry.alert;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.input.TopicArn;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which accounts have a topic of their own.
///
/// @param own the topics of those that do; of the others nothing is said
public record Routes(Map<AccountId, TopicArn> own) {
  public Routes {
    own = Map.copyOf(own);
  }

  /// The routes of some accounts. Who names the default topic has none of their own.
  ///
  /// @param standard the topic of all others, if one is known
  public static Routes of(Collection<Account> accounts, Optional<TopicArn> standard) {
    return new Routes(
        accounts.stream()
            .filter(account -> account.topicArn().isPresent())
            .filter(account -> !account.topicArn().equals(standard))
            .collect(Collectors.toMap(Account::id, account -> account.topicArn().orElseThrow())));
  }

  /// What each topic is told: the default one first, which also hears how much the others are told,
  /// and then those by their ARNs. What concerns nobody's account is for the default topic.
  public List<Routed> split(News news) {
    List<Elsewhere> others =
        news.accounts()
            .map(this::topic)
            .flatMap(Optional::stream)
            .distinct()
            .sorted(Comparator.comparing(TopicArn::value))
            .map(topic ->
                new Elsewhere(
                    topic, news.ofAccounts(account -> topic(account).equals(Optional.of(topic)))))
            .toList();
    News standard = news.ofAccounts(account -> topic(account).isEmpty()).beside(others);
    return Stream.concat(
            Stream.of(new Routed(Optional.empty(), standard)),
            others.stream().map(other -> new Routed(Optional.of(other.topic()), other.news())))
        .filter(routed -> !routed.news().isEmpty())
        .toList();
  }

  private Optional<TopicArn> topic(Optional<AccountId> account) {
    return account.flatMap(id -> Optional.ofNullable(own.get(id)));
  }

  /// What one topic is told.
  ///
  /// @param topic the topic; empty for the default one
  /// @param news what it is told
  public record Routed(Optional<TopicArn> topic, News news) {
    public Routed {
      requireNonNull(topic, "topic is null");
      requireNonNull(news, "news is null");
    }
  }
}
