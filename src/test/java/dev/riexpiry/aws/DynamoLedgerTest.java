package dev.riexpiry.aws;



import dev.riexpiry.ledger.Ledger;
import dev.riexpiry.ledger.LedgerContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/// Does what every ledger does, in the real engine.
@Tag("dynamodb-local")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoLedgerTest implements LedgerContract {
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
  public Ledger ledger() {
    return dynamo.newLedger();
  }
}
