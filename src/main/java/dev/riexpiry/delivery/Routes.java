package dev.riexpiry.delivery;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.account.Account;
import dev.riexpiry.account.Route;
import dev.riexpiry.account.Routing;
import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.News;
import dev.riexpiry.alert.News.OtherTopic;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.finding.Restored;
import dev.riexpiry.finding.Unread;
import dev.riexpiry.input.TopicArn;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The topics of what is not for the default ones: that of an account that has one of its own, or
/// that of the first route that matches.
///
/// @param own the topics of accounts, before all routes
/// @param routing the routes
/// @param standard the default topic, where it is known: whoever names it has no topic of their own
public record Routes(Map<AccountId, TopicArn> own, Routing routing, Optional<TopicArn> standard) {
  /// All is for the default topics.
  public static final Routes NONE = new Routes(Map.of(), Routing.NONE);

  public Routes {
    own = Map.copyOf(own);
    requireNonNull(routing, "routing is null");
    requireNonNull(standard, "standard is null");
  }

  /// Makes routes of which the default topic is not known.
  Routes(Map<AccountId, TopicArn> own, Routing routing) {
    this(own, routing, Optional.empty());
  }

  /// The routes of some accounts, of which the default topic is not known.
  public static Routes of(Collection<Account> accounts, Routing routing) {
    return new Routes(
        accounts.stream()
            .filter(account -> account.topicArn().isPresent())
            .collect(
                Collectors.toMap(
                    Account::id, account -> account.topicArn().orElseThrow(), (first, _) -> first)),
        routing);
  }

  /// All topics that a run may send to, each once: the default ones, those of accounts by their
  /// ids, those of routes.
  ///
  /// @param alerts the default topic of alerts, if there is one
  /// @param chat that of chats, if there is one; without it no route leads to a chat
  public List<TopicArn> topics(Optional<TopicArn> alerts, Optional<TopicArn> chat) {
    return Stream.of(
            alerts.stream(),
            chat.stream(),
            own.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue),
            routing.topics(),
            chat.stream().flatMap(_ -> routing.chats()))
        .flatMap(topics -> topics)
        .distinct()
        .toList();
  }

  /// The same routes with a default topic.
  Routes withDefault(Optional<TopicArn> topic) {
    return new Routes(own, routing, topic);
  }

  /// The topic of alerts for what belongs to an account; empty for the default one.
  ///
  /// @param tags the tags of a commitment; none of a place or of what has none
  public Optional<TopicArn> topic(AccountId account, Map<String, String> tags) {
    return Optional.ofNullable(own.get(account))
        .or(() -> routing.of(account, tags).map(Route::topic))
        .filter(topic -> !standard.equals(Optional.of(topic)));
  }

  /// The topic of a chat for a finding; empty for the default one.
  Optional<TopicArn> chat(Finding finding) {
    return finding
        .place()
        .owner()
        .filter(id -> !own.containsKey(id))
        .flatMap(id -> routing.of(id, tags(finding)))
        .flatMap(Route::chat);
  }

  private static Map<String, String> tags(Finding finding) {
    return switch (finding) {
      case Finding.OfCommitment about -> about.commitment().label().tags();
      case Unread _, Restored _ -> Map.of();
    };
  }

  /// Splits what is announced into the news of each topic: the default one first, which also gets
  /// the counts of the others, and then those by their ARNs. A finding that concerns no account is
  /// for the default topic.
  ///
  /// @param summary says what is due
  List<News> split(CheckSummary summary) {
    Map<Optional<TopicArn>, List<Finding>> findings =
        summary.announced().stream().collect(Collectors.groupingBy(this::topic));
    Map<Optional<TopicArn>, List<Expiring>> renewed =
        summary.renewed().stream().collect(Collectors.groupingBy(this::topic));
    Map<TopicArn, List<Finding>> others = new TreeMap<>(Comparator.comparing(TopicArn::value));
    findings.forEach((topic, due) -> topic.ifPresent(arn -> others.put(arn, due)));
    News ofDefaultTopic =
        new News(
            Optional.empty(),
            findings.getOrDefault(Optional.empty(), List.of()),
            renewed.getOrDefault(Optional.empty(), List.of()),
            others.entrySet().stream()
                .map(other -> OtherTopic.of(other.getKey(), other.getValue()))
                .toList());
    return Stream.concat(
            Stream.of(ofDefaultTopic),
            others.entrySet().stream()
                .map(other ->
                    new News(
                        Optional.of(other.getKey()),
                        other.getValue(),
                        renewed.getOrDefault(Optional.of(other.getKey()), List.of()),
                        List.of())))
        .filter(news -> !news.isEmpty())
        .toList();
  }

  private Optional<TopicArn> topic(Finding finding) {
    return finding.place().owner().flatMap(id -> topic(id, tags(finding)));
  }
}
