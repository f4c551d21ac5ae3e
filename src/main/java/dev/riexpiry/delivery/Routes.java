package dev.riexpiry.delivery;

import dev.riexpiry.alert.CheckSummary;
import dev.riexpiry.alert.News;
import dev.riexpiry.alert.News.OtherTopic;
import dev.riexpiry.commitment.AccountId;
import dev.riexpiry.finding.Expiring;
import dev.riexpiry.finding.Finding;
import dev.riexpiry.input.TopicArn;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The topics of those accounts that have one of their own.
///
/// @param own by account; all other accounts go to the default topic
record Routes(Map<AccountId, TopicArn> own) {
  Routes {
    own = Map.copyOf(own);
  }

  /// The same routes with a default topic: an account that names it has no topic of its own.
  Routes withDefault(Optional<TopicArn> defaultTopic) {
    return new Routes(
        own.entrySet().stream()
            .filter(route -> !defaultTopic.equals(Optional.of(route.getValue())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
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
    return finding.place().owner().flatMap(id -> Optional.ofNullable(own.get(id)));
  }
}
