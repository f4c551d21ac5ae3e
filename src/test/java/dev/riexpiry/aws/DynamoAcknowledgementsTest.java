package dev.riexpiry.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riexpiry.Sample;
import dev.riexpiry.finding.Failure;
import dev.riexpiry.finding.Outcome;
import dev.riexpiry.ledger.Acknowledged;
import dev.riexpiry.ledger.Acknowledgements;
import dev.riexpiry.ledger.AcknowledgementsContract;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// People's decisions in the real engine.
@Tag("dynamodb-local")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoAcknowledgementsTest implements AcknowledgementsContract {
  private LocalDynamo dynamo;

  @BeforeAll
  void start() {
    dynamo = LocalDynamo.start();
  }

  @AfterAll
  void stop() {
    dynamo.close();
  }

  @Override
  public Both both() {
    return both(dynamo.newTable());
  }

  private Both both(String table) {
    return new Both(
        new DynamoLedger(dynamo.clients(), table, InstantSource.system()),
        new DynamoAcknowledgements(dynamo.clients(), table));
  }

  @Test
  void writesItemsThatEveryVersionUnderstands() {
    String table = dynamo.newTable();
    Acknowledged decided =
        AcknowledgementsContract.until(
            AcknowledgementsContract.commitment(Sample.WEB, "r-1"), "2026-05-08");

    both(table).acknowledgements().record(decided, TODAY);

    assertThat(dynamo.client().scan(request -> request.tableName(table)).items())
        .containsExactly(item("2026-05-08"));
  }

  private static Map<String, AttributeValue> item(String until) {
    return Map.of(
        "entry", AttributeValue.fromS("ack#222233334444#us-east-1#ec2#r-1"),
        "end", AttributeValue.fromS("2026-05-11T04:00:00Z"),
        "silentUntil", AttributeValue.fromS(until),
        "reason", AttributeValue.fromS("let it go"),
        "by", AttributeValue.fromS(Sample.CALLER.arn()),
        "at", AttributeValue.fromN("1777896000123"),
        // Two days after it: there is no zone any more in which that day lasts.
        "expires", AttributeValue.fromN("1778371200"));
  }

  @Test
  void readsPageByPageToTheEnd() {
    String table = dynamo.newTable();
    String text = "x".repeat(300_000);
    for (int i = 0; i < 12; i++) {
      Map<String, AttributeValue> item = new HashMap<>(item("2026-05-08"));
      item.put("entry", AttributeValue.fromS("ack#222233334444#us-east-1#ec2#r-" + i));
      item.put("other", AttributeValue.fromS(text));
      dynamo.client().putItem(request -> request.tableName(table).item(item));
    }

    assertThat(both(table).book().acknowledged()).hasSize(12);
  }

  @Test
  void saysOfWhatWasNotReadInTimeThatItWasNot() {
    Outcome<Acknowledgements.Book> late = both().acknowledgements().read(() -> true);

    assertThat(late.failure()).map(Failure::code).contains(Failure.DEADLINE_EXCEEDED);
  }

  @Test
  void silencesNothingByAnItemThatMakesNoSense() {
    String table = dynamo.newTable();
    dynamo.client().putItem(request -> request.tableName(table).item(item("some day")));
    Both both = both(table);

    assertThat(both.acknowledgements().read(() -> false).failure()).isPresent();
    assertThat(both.ledger().acknowledgements(List.of("222233334444#us-east-1#ec2#r-1")).failure())
        .isPresent();
  }
}
