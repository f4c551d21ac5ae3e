package dev.riexpiry.aws;

import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherer;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// Gets many items of a table by their keys, as many in a call as DynamoDB takes, and several calls
/// at once. The first call that fails ends it.
///
/// @param client the client of DynamoDB
/// @param table the table's name
/// @param calls makes the calls of the run
record LedgerBatches(DynamoDbClient client, String table, LedgerCalls calls) {
  private static final String ACTION = "dynamodb:BatchGetItem";
  private static final int MOST_KEYS = 100;

  /// The attempts for keys that DynamoDB leaves unprocessed. Together with their back-off they take
  /// two seconds.
  private static final int ATTEMPTS = 6;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  /// @param read turns items by key into the result
  <T> Outcome<T> get(
      Collection<String> keys, Function<Map<String, Map<String, AttributeValue>>, T> read) {
    List<Outcome<Map<String, Map<String, AttributeValue>>>> answers =
        keys.stream()
            .gather(Gatherers.windowFixed(MOST_KEYS))
            .gather(Gatherers.mapConcurrent(LedgerCalls.MOST, this::batch))
            .gather(untilOneFails())
            .toList();
    Map<String, Map<String, AttributeValue>> items = new HashMap<>();
    for (Outcome<Map<String, Map<String, AttributeValue>>> answer : answers) {
      switch (answer) {
        case Outcome.Failed<Map<String, Map<String, AttributeValue>>>(Failure failure) -> {
          return new Outcome.Failed<>(failure);
        }
        case Outcome.Found<Map<String, Map<String, AttributeValue>>>(
                Map<String, Map<String, AttributeValue>> some) ->
            items.putAll(some);
      }
    }
    return understood(items, read);
  }

  /// Hands on answers up to the first failure. What is not wanted any more is not asked for.
  private static <T> Gatherer<Outcome<T>, ?, Outcome<T>> untilOneFails() {
    return Gatherer.ofSequential(
        Gatherer.Integrator.of(
            (_, answer, downstream) -> downstream.push(answer) && answer.failure().isEmpty()));
  }

  private Outcome<Map<String, Map<String, AttributeValue>>> batch(List<String> keys) {
    Map<String, Map<String, AttributeValue>> items = new HashMap<>();
    List<String> wanted = keys;
    for (int attempt = 0; attempt < ATTEMPTS && !wanted.isEmpty(); attempt++) {
      if (attempt > 0) {
        LockSupport.parkNanos(FIRST_PAUSE.toNanos() << (attempt - 1));
      }
      switch (some(wanted)) {
        case Outcome.Failed<Some>(Failure failure) -> {
          return new Outcome.Failed<>(failure);
        }
        case Outcome.Found<Some>(Some some) -> {
          items.putAll(some.items());
          wanted = wanted.stream().filter(some.left()::contains).toList();
        }
      }
    }
    if (!wanted.isEmpty()) {
      return new Outcome.Failed<>(
          new Failure(
              ACTION,
              "UnprocessedKeys",
              "DynamoDB left some of the keys unread through all attempts",
              "run the check again later; if it repeats, see the table's throttled requests"));
    }
    items.keySet().retainAll(keys);
    return new Outcome.Found<>(items);
  }

  private static <T> Outcome<T> understood(
      Map<String, Map<String, AttributeValue>> items,
      Function<Map<String, Map<String, AttributeValue>>, T> read) {
    try {
      return new Outcome.Found<>(read.apply(items));
    } catch (RuntimeException e) {
      // An item that somebody has written by hand can lack anything.
      return new Outcome.Failed<>(
          AwsFailures.unusable(ACTION, "what the ledger holds makes no sense: " + e.getMessage()));
    }
  }

  /// Gets the items that DynamoDB finds time for, in one call.
  private Outcome<Some> some(List<String> keys) {
    KeysAndAttributes wanted =
        KeysAndAttributes.builder()
            .keys(keys.stream().map(LedgerItem::key).toList())
            .consistentRead(true)
            .build();
    return calls.ask(
        ACTION,
        () ->
            new Outcome.Found<>(
                some(client.batchGetItem(request -> request.requestItems(Map.of(table, wanted))))),
        some -> !some.left().isEmpty());
  }

  private Some some(BatchGetItemResponse answer) {
    Map<String, Map<String, AttributeValue>> items = new HashMap<>();
    answer.responses().getOrDefault(table, List.of()).forEach(item -> items.put(key(item), item));
    return new Some(
        items,
        Optional.ofNullable(answer.unprocessedKeys().get(table)).stream()
            .flatMap(left -> left.keys().stream())
            .map(LedgerBatches::key)
            .collect(Collectors.toSet()));
  }

  private static String key(Map<String, AttributeValue> item) {
    return LedgerItem.text(item, LedgerItem.KEY).orElse("");
  }

  /// What one call has got.
  ///
  /// @param items those that it has read, by key
  /// @param left the keys that DynamoDB had no time for
  private record Some(Map<String, Map<String, AttributeValue>> items, Set<String> left) {}
}
