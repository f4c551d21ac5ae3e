package dev.riexpiry.aws;

import static java.util.Objects.requireNonNull;

import dev.riexpiry.finding.Acknowledgement;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.finding.RecordedCommitment;
import dev.riexpiry.ledger.Acknowledged;
import dev.riexpiry.ledger.Acknowledgements;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// The acknowledgements in the table of a ledger. A person asks, so that the table may be scanned;
/// its key is made for checks, which know what they ask for.
final class DynamoAcknowledgements implements Acknowledgements {
  static final String SCAN = "dynamodb:Scan";
  static final String PUT = "dynamodb:PutItem";
  static final String DELETE = "dynamodb:DeleteItem";

  /// A megabyte each, which is some thousand records.
  private static final int MOST_PAGES = 5_000;

  private final AwsClients clients;
  private final String table;

  DynamoAcknowledgements(AwsClients clients, String table) {
    this.clients = requireNonNull(clients, "clients is null");
    this.table = requireNonNull(table, "table is null");
  }

  @Override
  public Outcome<Book> read(BooleanSupplier stopped) {
    Set<RecordedCommitment> announced = new LinkedHashSet<>();
    List<Acknowledged> acknowledged = new ArrayList<>();
    Map<String, AttributeValue> from = Map.of();
    for (int page = 0; page < MOST_PAGES && !stopped.getAsBoolean(); page++) {
      switch (page(from)) {
        case Outcome.Failed<ScanResponse>(Failure failure) -> {
          return new Outcome.Failed<>(failure);
        }
        case Outcome.Found<ScanResponse>(ScanResponse answer) -> {
          try {
            answer.items().forEach(item -> sort(item, announced, acknowledged));
          } catch (DateTimeException | IllegalArgumentException e) {
            return new Outcome.Failed<>(
                AwsFailures.unusable(
                    SCAN, "what the ledger holds makes no sense: " + e.getMessage()));
          }
          if (answer.lastEvaluatedKey().isEmpty()) {
            acknowledged.sort(
                Comparator.comparing((Acknowledged item) -> item.decision().until())
                    .thenComparing(item -> item.commitment().key()));
            return new Outcome.Found<>(new Book(List.copyOf(announced), acknowledged));
          }
          from = answer.lastEvaluatedKey();
        }
      }
    }
    return new Outcome.Failed<>(
        new Failure(
            SCAN,
            Failure.DEADLINE_EXCEEDED,
            "the ledger was not read to its end",
            "give it more time, with --timeout"));
  }

  private Outcome<ScanResponse> page(Map<String, AttributeValue> from) {
    return new AwsCall(SCAN)
        .ask(() ->
            new Outcome.Found<>(
                client()
                    .scan(request -> {
                      request
                          .tableName(table)
                          .consistentRead(true)
                          .filterExpression(
                              "begins_with(#entry, :commitment) OR begins_with(#entry, :ack)")
                          .projectionExpression("#entry, #end, #silentUntil, #reason, #by, #at")
                          .expressionAttributeNames(
                              LedgerItem.names(
                                  "#entry", "#end", "#silentUntil", "#reason", "#by", "#at"))
                          .expressionAttributeValues(
                              Map.of(
                                  ":commitment", LedgerItem.text(RecordedCommitment.PREFIX),
                                  ":ack", LedgerItem.text(AcknowledgementItem.PREFIX)));
                      if (!from.isEmpty()) {
                        request.exclusiveStartKey(from);
                      }
                    })));
  }

  private static void sort(
      Map<String, AttributeValue> item,
      Set<RecordedCommitment> announced,
      List<Acknowledged> acknowledged) {
    String key = LedgerItem.text(item, LedgerItem.KEY).orElse("");
    if (key.startsWith(AcknowledgementItem.PREFIX)) {
      acknowledged.add(AcknowledgementItem.read(item));
    } else {
      RecordedCommitment.of(key).ifPresent(announced::add);
    }
  }

  @Override
  public Outcome<Optional<Acknowledged>> record(Acknowledged acknowledged, LocalDate today) {
    return switch (acknowledged.decision().by()) {
      case Acknowledgement.By.Caller by ->
          new AwsCall(PUT).ask(() -> new Outcome.Found<>(put(acknowledged, by, today)));
      case Acknowledgement.By.Tag _ ->
          throw new IllegalArgumentException("what a tag says is not recorded");
    };
  }

  /// @return the one that is in force
  private Optional<Acknowledged> put(
      Acknowledged acknowledged, Acknowledgement.By.Caller by, LocalDate today) {
    try {
      client()
          .putItem(request ->
              request
                  .tableName(table)
                  .item(AcknowledgementItem.write(acknowledged, by))
                  .conditionExpression(
                      "attribute_not_exists(#entry) OR #silentUntil < :today OR #end <> :end")
                  .expressionAttributeNames(LedgerItem.names("#entry", "#silentUntil", "#end"))
                  .expressionAttributeValues(
                      Map.of(
                          ":today", LedgerItem.text(today.toString()),
                          ":end", LedgerItem.text(acknowledged.commitment().end().toString())))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      return Optional.of(AcknowledgementItem.read(e.item()));
    }
  }

  @Override
  public Optional<Failure> remove(RecordedCommitment commitment) {
    return new AwsCall(DELETE)
        .make(() ->
            client()
                .deleteItem(request ->
                    request
                        .tableName(table)
                        .key(LedgerItem.key(AcknowledgementItem.key(commitment.key())))));
  }

  private DynamoDbClient client() {
    return clients.client(DynamoDbClient.class, clients.home(), DynamoDbClient::builder);
  }
}
